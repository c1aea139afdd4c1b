#pragma once

#include <memory>

#include "domain/timeline.hpp"
#include "render/sink.hpp"

namespace annals::render {

// Timelines for programs. Each says what it was made of, and is never more exact than the coder's dates.

/// iCalendar (RFC 5545): what has a first and a last day is a VEVENT of whole days, or of an instant; the
/// rest is a VJOURNAL without a date, so that nothing is lost.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_ics(Sink sink);
/// Atom (RFC 4287): an entry an event.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_atom(Sink sink);
/// GeoJSON (RFC 7946): a feature an event, without a geometry where the place has no point.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_geojson(Sink sink);
/// KML 2.2 (OGC 07-147r2).
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_kml(Sink sink);
/// What TimelineJS 3 reads; spans with both ends are its eras, undated entries stand in `left_out`.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_timelinejs(Sink sink);
/// JSON-LD 1.1 with the words of schema.org: the datasets, the events as an ItemList, the sources.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_jsonld(Sink sink);
/// CSL-JSON 1.0.2: the sources, and behind them the datasets themselves.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_csl(Sink sink);
/// BibLaTeX: the same.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_bib(Sink sink);
/// GraphML: events and actors, who took part as what, and how events relate. A related event that is not
/// among the entries is a node with `in_timeline` false.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_graphml(Sink sink);

}  // namespace annals::render
