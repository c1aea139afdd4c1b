#include "db/area.hpp"

#include <algorithm>

#include "db/list_order.hpp"
#include "sql_areas.hpp"

namespace annals::db {
namespace {

constexpr std::size_t places_max = 2000;
// Of the shortest degree of latitude on the sphere of distance_km(), rounded down.
constexpr double kilometres_of_a_degree = 111;

Area area_of(Box const& box) {
  auto const& text = box.west <= box.east ? area_sql::box.text : area_sql::box_across.text;
  return {std::string(text),
          {{"west", box.west}, {"south", box.south}, {"east", box.east}, {"north", box.north}}};
}

Area area_of(Circle const& circle) {
  auto const& [longitude, latitude] = circle.centre;
  double const reach = degrees_of_latitude(circle.radius_km);
  return {std::string(area_sql::circle.text),
          {{"band_south", std::max(latitude - reach, -90.0)},
           {"band_north", std::min(latitude + reach, 90.0)},
           {"longitude", longitude},
           {"latitude", latitude},
           {"radius_km", circle.radius_km}}};
}

}  // namespace

double degrees_of_latitude(double kilometres) { return kilometres / kilometres_of_a_degree; }

std::vector<Area> areas_of(EventFilter const& filter) {
  std::vector<Area> areas;
  if (filter.box) areas.push_back(area_of(*filter.box));
  if (filter.circle) areas.push_back(area_of(*filter.circle));
  return areas;
}

std::optional<std::set<ThingId>> places_in(Transaction& transaction, std::vector<Area> const& areas) {
  if (areas.empty()) return std::nullopt;
  std::string conditions = "true";
  Params params{{"limit", places_max + 1}};
  for (auto const& area : areas) {
    conditions += " and (" + area.condition + "\n)";
    params.insert(params.end(), area.params.begin(), area.params.end());
  }
  std::set<ThingId> places;
  for (auto const row :
       transaction.run(with(std::string(area_sql::places.text), "/* area */", conditions), params))
    places.insert({row.small("dataset_id"), row.integer("id")});
  return places.size() > places_max ? std::nullopt : std::optional(std::move(places));
}

}  // namespace annals::db
