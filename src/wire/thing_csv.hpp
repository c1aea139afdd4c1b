#pragma once

#include "domain/actor.hpp"
#include "domain/claim.hpp"
#include "domain/event.hpp"
#include "domain/place.hpp"
#include "domain/saved_timeline.hpp"
#include "domain/source.hpp"
#include "wire/row_writer.hpp"

namespace annals::wire {

// The one row of each thing in a table: the cells of its file in a bundle, in their order (contract section
// 6). The row is not ended.

void write_cells(RowWriter& row, Actor const& actor);
void write_cells(RowWriter& row, ActorRelation const& relation);
void write_cells(RowWriter& row, Place const& place);
void write_cells(RowWriter& row, Source const& source);
void write_cells(RowWriter& row, Event const& event);
void write_cells(RowWriter& row, Claim const& claim);
void write_cells(RowWriter& row, EventRelation const& relation);
void write_cells(RowWriter& row, SavedTimeline const& timeline);

/// "key", or "dataset/key" where the dataset is another than `own`.
[[nodiscard]] std::string reference_text(Reference const& other, std::string const& own);

}  // namespace annals::wire
