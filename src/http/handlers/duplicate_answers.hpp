#pragma once

#include "domain/event.hpp"
#include "service/decide_pair.hpp"
#include "service/find_duplicates.hpp"
#include "service/find_similar.hpp"
#include "wire/json_writer.hpp"

namespace annals::http {

/// A pair of events with its score.
void write_pair(wire::JsonWriter& json, Event const& a, Event const& b, DuplicateScore const& score);
/// An event that may be the same as the one that was asked about.
void write_similar(wire::JsonWriter& json, Event const& event, DuplicateScore const& score);
void write_similar(wire::JsonWriter& json, service::SimilarProposal const& proposal);
void write_decision(wire::JsonWriter& json, service::DecidedPair const& pair);

}  // namespace annals::http
