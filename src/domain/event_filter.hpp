#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/date_expression.hpp"
#include "domain/parameter_values.hpp"
#include "domain/place.hpp"
#include "domain/thing.hpp"
#include "domain/vocabulary.hpp"

namespace annals {

/// West may be greater than east: the box crosses the antimeridian.
struct Box {
  double west, south, east, north;
};
struct Circle {
  Point centre;
  double radius_km;
};

enum class When { possible, certain };
enum class EventSort { date, date_descending, updated, updated_descending, relevance };

/// The filters of events (contract section 4), read but not yet looked up: names are still names.
struct EventFilter {
  std::vector<std::string> datasets;
  std::optional<Window> window;
  When when = When::possible;
  std::vector<std::string> types;
  std::vector<std::string> types_left_out;
  std::vector<EventStatus> statuses;
  std::vector<std::string> tags;
  std::vector<std::string> actors;  ///< each as given: all must match
  std::vector<std::string> roles;
  bool actor_tree = false;
  std::optional<std::string> place;
  std::vector<std::string> countries;
  std::optional<Box> box;
  std::optional<Circle> circle;
  std::optional<std::string> words;              ///< `q`
  std::map<std::string, std::int64_t> at_least;  ///< min_<quantity>
  std::map<std::string, std::int64_t> at_most;   ///< max_<quantity>
  std::optional<std::string> source;
  std::optional<std::string> publisher;
  std::optional<std::string> claimant;
  std::vector<Stance> stances;
  bool disputed = false;
  std::optional<DateExpression> known_by;
  bool undated = false;
  EventSort sort = EventSort::date;
};

/// An actor, and the days (since 1970-01-01) for which it stands for the one that was asked for.
struct ActorWindow {
  ThingId id;
  std::optional<int> first_day;
  std::optional<int> last_day;
};

struct DatasetName {
  int id;
  std::string key;
};

/// The things that the names of a filter stand for. Nothing: not asked for; an empty set, which no event
/// passes: a name that no thing has.
struct FilterNames {
  std::vector<DatasetName> datasets;              ///< those asked for, else all that the caller sees
  std::optional<std::vector<std::string>> types;  ///< in use, of or below those asked for
  std::vector<std::vector<ActorWindow>> actors;   ///< as EventFilter::actors
  std::optional<std::set<ThingId>> places;        ///< with all within them
  std::optional<std::set<ThingId>> countries;
  std::optional<std::set<ThingId>> area;  ///< in the box and the circle; nothing also where they are many
  std::optional<std::set<ThingId>> sources;
  std::optional<std::set<ThingId>> publishers;
  std::optional<std::set<ThingId>> claimants;
};

/// Reads the parameters that are filters of events or `sort`, and takes them out of `parameters`; what is
/// left is for the caller to know or refuse. Throws Error(invalid_parameter) with a fault for each that is
/// wrong.
[[nodiscard]] EventFilter take_event_filter(Parameters& parameters);

/// The names that take_event_filter takes, but min_ and max_.
[[nodiscard]] std::vector<std::string> event_filter_parameters();

}  // namespace annals
