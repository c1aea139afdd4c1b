#pragma once

#include "domain/actor.hpp"
#include "domain/claim.hpp"
#include "domain/event.hpp"
#include "domain/place.hpp"
#include "domain/saved_timeline.hpp"
#include "domain/source.hpp"
#include "wire/csv_writer.hpp"

namespace annals::wire {

// The one row of each thing in CSV: the cells of its file in a bundle, in their order (contract section 6).
// The row is not ended.

void write_cells(CsvWriter& csv, Actor const& actor);
void write_cells(CsvWriter& csv, ActorRelation const& relation);
void write_cells(CsvWriter& csv, Place const& place);
void write_cells(CsvWriter& csv, Source const& source);
void write_cells(CsvWriter& csv, Event const& event);
void write_cells(CsvWriter& csv, Claim const& claim);
void write_cells(CsvWriter& csv, EventRelation const& relation);
void write_cells(CsvWriter& csv, SavedTimeline const& timeline);

/// "key", or "dataset/key" where the dataset is another than `own`.
[[nodiscard]] std::string reference_text(Reference const& other, std::string const& own);

}  // namespace annals::wire
