#include <algorithm>
#include <cmath>

#include "domain/event_filter.hpp"
#include "domain/thing_filter.hpp"
#include "fuzz/properties.hpp"
#include "http/target.hpp"
#include "wire/query_text.hpp"

namespace annals {
namespace {

using fuzz::require;

/// What `take` says of the parameters; nothing where one of them is wrong.
template <class Take>
auto taken(Parameters& parameters, Take const& take) -> std::optional<decltype(take(parameters))> {
  try {
    return take(parameters);
  } catch (Error const& error) {
    fuzz::require_presentable(error);
    require(error.problem() == Problem::invalid_parameter && !error.faults().empty(),
            "a wrong parameter is told as one");
    return std::nullopt;
  }
}

template <class Names>
void require_none_left(Parameters const& left, Names const& names) {
  for (auto const& [name, value] : left)
    require(std::find(names.begin(), names.end(), name) == names.end(), "a filter takes all that is its own");
}

bool is_on_globe(double longitude, double latitude) {
  return std::abs(longitude) <= 180 && std::abs(latitude) <= 90;  // false of a NaN
}

void require_circle(std::optional<Circle> const& circle) {
  if (!circle) return;
  require(is_on_globe(circle->centre.longitude, circle->centre.latitude),
          "a circle's centre is on the globe");
  require(circle->radius_km > 0 && circle->radius_km < 20039, "a circle is no larger than the globe");
}

template <class Values>
bool all_keys(Values const& values) {
  return std::all_of(values.begin(), values.end(), [](auto const& value) { return is_key(value); });
}

void require_bounds(std::map<std::string, std::int64_t> const& bounds) {
  for (auto const& [name, number] : bounds)
    require(is_open_word(name) && number >= 0, "a bound is that of a quantity");
}

void require_of_events(Parameters parameters) {
  auto const filter = taken(parameters, take_event_filter);
  if (!filter) return;
  require_none_left(parameters, event_filter_parameters());
  require(all_keys(filter->datasets) && filter->datasets.size() <= 100, "datasets are keys, and few");
  if (auto const& window = filter->window)
    require(!window->first || !window->last || *window->first <= *window->last, "a window is in order");
  if (auto const& box = filter->box) {
    require(is_on_globe(box->west, box->south) && is_on_globe(box->east, box->north),
            "a box is on the globe");
    require(box->south <= box->north, "a box has its north in the north");
  }
  require_circle(filter->circle);
  require_bounds(filter->at_least);
  require_bounds(filter->at_most);
  require(!filter->words || filter->words->size() <= 512, "a search is short");
}

void require_of_things(ThingKind kind, Parameters parameters) {
  auto const filter = taken(parameters, [&](Parameters& given) { return take_thing_filter(kind, given); });
  if (!filter) return;
  require_none_left(parameters, thing_filter_parameters(kind));
  require(all_keys(filter->datasets) && filter->datasets.size() <= 100, "datasets are keys, and few");
  require_circle(filter->circle);
}

}  // namespace
}  // namespace annals

/// The target of a request: its path, a question mark and its query.
extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  using namespace annals;
  Parameters parameters;
  try {
    auto const target = http::parse_target({reinterpret_cast<char const*>(data), size});
    for (auto const& segment : target.segments)
      fuzz::require(segment != ".." && !check_text(segment, 8192), "a path's segments are plain text");
    parameters = target.parameters;
  } catch (Error const& error) {
    fuzz::require_presentable(error);
    fuzz::require(error.problem() == Problem::bad_target || error.problem() == Problem::uri_too_long,
                  "a target is refused as one");
    return 0;
  }
  fuzz::require(wire::parse_query(wire::query_text(parameters)) == parameters,
                "parameters are written and read back the same");
  require_of_events(parameters);
  for (auto const kind : {ThingKind::actor, ThingKind::place, ThingKind::source, ThingKind::claim})
    require_of_things(kind, parameters);
  return 0;
}
