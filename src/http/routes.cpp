#include "http/routes.hpp"

#include <optional>

#include "http/handlers/bundle.hpp"
#include "http/handlers/datasets.hpp"
#include "http/handlers/duplicates.hpp"
#include "http/handlers/events.hpp"
#include "http/handlers/history.hpp"
#include "http/handlers/imports.hpp"
#include "http/handlers/mappings.hpp"
#include "http/handlers/relations.hpp"
#include "http/handlers/search.hpp"
#include "http/handlers/service.hpp"
#include "http/handlers/snapshots.hpp"
#include "http/handlers/stats.hpp"
#include "http/handlers/things.hpp"
#include "http/handlers/timeline.hpp"
#include "http/handlers/timeline_changes.hpp"
#include "http/handlers/writes.hpp"
#include "http/target.hpp"

namespace annals::http {
namespace {

std::vector<std::string_view> segments_of(std::string_view pattern) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 1;;) {
    auto const slash = pattern.find('/', from);
    parts.push_back(pattern.substr(from, slash - from));
    if (slash == std::string_view::npos) return parts;
    from = slash + 1;
  }
}

/// "events.csv" for "events": the suffix; nothing where it is another word.
std::optional<std::string> suffix_of(std::string_view segment, std::string_view word) {
  if (!segment.starts_with(word)) return std::nullopt;
  if (segment.size() == word.size()) return "";
  if (segment[word.size()] != '.' || segment.size() == word.size() + 1) return std::nullopt;
  return std::string(segment.substr(word.size() + 1));
}

std::optional<Match> fit(Route const& route, std::vector<std::string> const& segments) {
  auto const pattern = segments_of(route.pattern);
  if (pattern.size() != segments.size()) return std::nullopt;
  Match match{&route, {}, ""};
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i].starts_with('{')) {
      if (segments[i].empty()) return std::nullopt;
      match.names.emplace(pattern[i].substr(1, pattern[i].size() - 2), segments[i]);
    } else if (segments[i] != pattern[i]) {
      bool const is_last = i + 1 == pattern.size();
      auto const suffix = is_last && route.takes_suffix ? suffix_of(segments[i], pattern[i]) : std::nullopt;
      if (!suffix) return std::nullopt;
      match.suffix = *suffix;
    }
  }
  return match;
}

}  // namespace

std::vector<Route> const& routes() {
  static std::vector<Route> const all{
      {"GET", "/v1/datasets", list_datasets, true, true},
      {"GET", "/v1/datasets/{dataset}", get_dataset, false, true},
      {"GET", "/v1/datasets/{dataset}/changes", list_changes, true},
      {"GET", "/v1/datasets/{dataset}/bundle.zip", get_bundle, false},
      {"PUT", "/v1/datasets/{dataset}", put_dataset, false},
      {"PATCH", "/v1/datasets/{dataset}", patch_dataset, false},
      {"DELETE", "/v1/datasets/{dataset}", delete_dataset, false},
      {"GET", "/v1/events", list_events, true, true},
      {"GET", "/v1/datasets/{dataset}/events", list_events, true, true},
      {"GET", "/v1/datasets/{dataset}/events/{key}", get_thing<ThingKind::event>, false, true},
      {"GET", "/v1/datasets/{dataset}/events/{key}/history", list_history<ThingKind::event>, true},
      {"GET", "/v1/datasets/{dataset}/events/{key}/history/{version}", get_history<ThingKind::event>, false},
      {"POST", "/v1/datasets/{dataset}/events", post_thing<ThingKind::event>, true},
      {"PUT", "/v1/datasets/{dataset}/events/{key}", put_thing<ThingKind::event>, false},
      {"PATCH", "/v1/datasets/{dataset}/events/{key}", patch_thing<ThingKind::event>, false},
      {"DELETE", "/v1/datasets/{dataset}/events/{key}", delete_thing<ThingKind::event>, false},
      {"GET", "/v1/datasets/{dataset}/events/{key}/claims", list_claims_of_event, true, true},
      {"GET", "/v1/datasets/{dataset}/events/{key}/similar", list_similar_events, true},
      {"GET", "/v1/datasets/{dataset}/events/{key}/relations", list_event_relations, true, true},
      {"GET", "/v1/datasets/{dataset}/events/{key}/relations/{relation}/{other}", get_event_relation, false,
       true},
      {"GET", "/v1/datasets/{dataset}/events/{key}/relations/{relation}/{other_dataset}/{other}",
       get_event_relation, false, true},
      {"PUT", "/v1/datasets/{dataset}/events/{key}/relations/{relation}/{other}", put_event_relation, false},
      {"PUT", "/v1/datasets/{dataset}/events/{key}/relations/{relation}/{other_dataset}/{other}",
       put_event_relation, false},
      {"DELETE", "/v1/datasets/{dataset}/events/{key}/relations/{relation}/{other}", delete_event_relation,
       false},
      {"DELETE", "/v1/datasets/{dataset}/events/{key}/relations/{relation}/{other_dataset}/{other}",
       delete_event_relation, false},
      {"GET", "/v1/actors", list_actors, true, true},
      {"GET", "/v1/datasets/{dataset}/actors", list_actors, true, true},
      {"GET", "/v1/datasets/{dataset}/actors/{key}", get_thing<ThingKind::actor>, false, true},
      {"GET", "/v1/datasets/{dataset}/actors/{key}/history", list_history<ThingKind::actor>, true},
      {"GET", "/v1/datasets/{dataset}/actors/{key}/history/{version}", get_history<ThingKind::actor>, false},
      {"POST", "/v1/datasets/{dataset}/actors", post_thing<ThingKind::actor>, true},
      {"PUT", "/v1/datasets/{dataset}/actors/{key}", put_thing<ThingKind::actor>, false},
      {"PATCH", "/v1/datasets/{dataset}/actors/{key}", patch_thing<ThingKind::actor>, false},
      {"DELETE", "/v1/datasets/{dataset}/actors/{key}", delete_thing<ThingKind::actor>, false},
      {"GET", "/v1/datasets/{dataset}/actors/{key}/events", list_events_of_actor, true, true},
      {"GET", "/v1/datasets/{dataset}/actors/{key}/similar", list_similar_things<ThingKind::actor>, true},
      {"GET", "/v1/datasets/{dataset}/actors/{key}/relations", list_actor_relations, true, true},
      {"GET", "/v1/datasets/{dataset}/actors/{key}/relations/{relation}", get_actor_relation, false, true},
      {"PUT", "/v1/datasets/{dataset}/actors/{key}/relations/{relation}",
       put_thing<ThingKind::actor_relation>, false},
      {"DELETE", "/v1/datasets/{dataset}/actors/{key}/relations/{relation}",
       delete_thing<ThingKind::actor_relation>, false},
      {"GET", "/v1/places", list_places, true, true},
      {"GET", "/v1/datasets/{dataset}/places", list_places, true, true},
      {"GET", "/v1/datasets/{dataset}/places/{key}", get_thing<ThingKind::place>, false, true},
      {"GET", "/v1/datasets/{dataset}/places/{key}/history", list_history<ThingKind::place>, true},
      {"GET", "/v1/datasets/{dataset}/places/{key}/history/{version}", get_history<ThingKind::place>, false},
      {"GET", "/v1/datasets/{dataset}/places/{key}/similar", list_similar_things<ThingKind::place>, true},
      {"POST", "/v1/datasets/{dataset}/places", post_thing<ThingKind::place>, true},
      {"PUT", "/v1/datasets/{dataset}/places/{key}", put_thing<ThingKind::place>, false},
      {"PATCH", "/v1/datasets/{dataset}/places/{key}", patch_thing<ThingKind::place>, false},
      {"DELETE", "/v1/datasets/{dataset}/places/{key}", delete_thing<ThingKind::place>, false},
      {"GET", "/v1/sources", list_sources, true, true},
      {"GET", "/v1/datasets/{dataset}/sources", list_sources, true, true},
      {"GET", "/v1/datasets/{dataset}/sources/{key}", get_thing<ThingKind::source>, false, true},
      {"GET", "/v1/datasets/{dataset}/sources/{key}/history", list_history<ThingKind::source>, true},
      {"GET", "/v1/datasets/{dataset}/sources/{key}/history/{version}", get_history<ThingKind::source>,
       false},
      {"POST", "/v1/datasets/{dataset}/sources", post_thing<ThingKind::source>, true},
      {"PUT", "/v1/datasets/{dataset}/sources/{key}", put_thing<ThingKind::source>, false},
      {"PATCH", "/v1/datasets/{dataset}/sources/{key}", patch_thing<ThingKind::source>, false},
      {"DELETE", "/v1/datasets/{dataset}/sources/{key}", delete_thing<ThingKind::source>, false},
      {"GET", "/v1/claims", list_claims, true, true},
      {"GET", "/v1/datasets/{dataset}/claims", list_claims, true, true},
      {"GET", "/v1/datasets/{dataset}/claims/{key}", get_thing<ThingKind::claim>, false, true},
      {"GET", "/v1/datasets/{dataset}/claims/{key}/history", list_history<ThingKind::claim>, true},
      {"GET", "/v1/datasets/{dataset}/claims/{key}/history/{version}", get_history<ThingKind::claim>, false},
      {"POST", "/v1/datasets/{dataset}/claims", post_thing<ThingKind::claim>, true},
      {"PUT", "/v1/datasets/{dataset}/claims/{key}", put_thing<ThingKind::claim>, false},
      {"PATCH", "/v1/datasets/{dataset}/claims/{key}", patch_thing<ThingKind::claim>, false},
      {"DELETE", "/v1/datasets/{dataset}/claims/{key}", delete_thing<ThingKind::claim>, false},
      {"GET", "/v1/datasets/{dataset}/timelines", list_timelines, true, true},
      {"GET", "/v1/datasets/{dataset}/timelines/{key}", get_thing<ThingKind::timeline>, false, true},
      {"GET", "/v1/datasets/{dataset}/timelines/{key}/history", list_history<ThingKind::timeline>, true},
      {"GET", "/v1/datasets/{dataset}/timelines/{key}/history/{version}", get_history<ThingKind::timeline>,
       false},
      {"POST", "/v1/datasets/{dataset}/timelines", post_thing<ThingKind::timeline>, true},
      {"PUT", "/v1/datasets/{dataset}/timelines/{key}", put_thing<ThingKind::timeline>, false},
      {"PATCH", "/v1/datasets/{dataset}/timelines/{key}", patch_thing<ThingKind::timeline>, false},
      {"DELETE", "/v1/datasets/{dataset}/timelines/{key}", delete_thing<ThingKind::timeline>, false},
      {"GET", "/v1/datasets/{dataset}/mappings", list_mappings, true},
      {"GET", "/v1/datasets/{dataset}/mappings/{name}", get_mapping, false},
      {"PUT", "/v1/datasets/{dataset}/mappings/{name}", put_mapping, false},
      {"DELETE", "/v1/datasets/{dataset}/mappings/{name}", delete_mapping, false},
      {"GET", "/v1/datasets/{dataset}/imports", list_imports, true},
      {"POST", "/v1/datasets/{dataset}/imports", post_import, false, false, true},
      {"GET", "/v1/datasets/{dataset}/imports/{number}", get_import, false},
      {"DELETE", "/v1/datasets/{dataset}/imports/{number}", cancel_import, false},
      {"GET", "/v1/datasets/{dataset}/imports/{number}/errors.csv", get_import_errors, false},
      {"POST", "/v1/datasets/{dataset}/imports/{number}/undo", undo_import, false},
      {"GET", "/v1/duplicates", list_duplicates, true},
      {"POST", "/v1/duplicates", post_duplicate, true},
      {"GET", "/v1/timeline", get_timeline, true, true},
      {"GET", "/v1/timeline/changes", get_timeline_changes, true, true},
      {"GET", "/v1/datasets/{dataset}/timelines/{key}/assembled", get_assembled, true, true},
      {"GET", "/v1/datasets/{dataset}/timelines/{key}/snapshots", list_snapshots, true},
      {"POST", "/v1/datasets/{dataset}/timelines/{key}/snapshots", post_snapshot, false},
      {"GET", "/v1/datasets/{dataset}/timelines/{key}/snapshots/{number}", get_snapshot, false},
      {"GET", "/v1/datasets/{dataset}/timelines/{key}/snapshots/{number}/changes", get_snapshot_changes,
       true},
      {"GET", "/v1/search", get_search, true},
      {"GET", "/v1/stats", get_stats, true},
      {"GET", "/v1/types", list_types, true, true},
      {"GET", "/openapi.json", get_openapi, false},
      {"GET", "/problems/{name}", get_problem, false},
      {"GET", "/healthz", get_health, false},
      {"GET", "/readyz", get_readiness, false},
  };
  return all;
}

std::vector<Match> matches(std::vector<std::string> const& segments) {
  std::vector<Match> found;
  for (auto const& route : routes()) {
    if (auto match = fit(route, segments)) found.push_back(std::move(*match));
  }
  return found;
}

bool streams(std::string const& method, std::string const& target) {
  try {
    for (auto const& match : matches(parse_target(target).segments))
      if (match.route->method == method) return match.route->streams;
  } catch (Error const&) {
    return false;  // what is wrong with it is told when it is answered
  }
  return false;
}

}  // namespace annals::http
