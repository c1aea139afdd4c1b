#include "db/filter_names.hpp"

#include "db/area.hpp"
#include "db/dataset_store.hpp"
#include "db/name_search.hpp"
#include "sql_queries.hpp"

namespace annals::db {
namespace {

std::set<ThingId> set_of(std::vector<ThingId> const& ids) { return {ids.begin(), ids.end()}; }

std::vector<DatasetName> names_of(std::vector<Dataset> const& datasets) {
  std::vector<DatasetName> names;
  for (auto const& dataset : datasets) names.push_back({dataset.id, dataset.key});
  return names;
}

std::vector<std::string> types_below(Transaction& transaction, std::vector<std::string> const& types,
                                     std::vector<DatasetName> const& datasets) {
  std::vector<int> ids;
  for (auto const& dataset : datasets) ids.push_back(dataset.id);
  std::vector<std::string> found;
  for (auto const row : transaction.run(sql::event_types_below, {{"dataset_ids", ids}, {"types", types}}))
    found.emplace_back(row.text("type"));
  return found;
}

}  // namespace

std::set<ThingId> places_of_countries(Transaction& transaction, std::vector<std::string> const& countries) {
  std::vector<ThingId> places;
  for (auto const row : transaction.run(sql::place_by_country, {{"countries", countries}})) {
    places.push_back({row.small("dataset_id"), row.integer("id")});
  }
  return set_of(with_places_within(transaction, std::move(places)));
}

FilterNames look_up_names(Transaction& transaction, EventFilter const& filter) {
  FilterNames names;
  names.datasets = names_of(read_datasets(transaction, filter.datasets));
  if (!filter.types.empty()) names.types = types_below(transaction, filter.types, names.datasets);
  names.area = places_in(transaction, areas_of(filter));
  for (auto const& actor : filter.actors) {
    names.actors.push_back(resolve_actors(transaction, actor, filter.actor_tree));
  }
  if (filter.place) {
    names.places = set_of(with_places_within(transaction, resolve(transaction, "place", *filter.place)));
  }
  if (!filter.countries.empty()) names.countries = places_of_countries(transaction, filter.countries);
  if (filter.source) names.sources = set_of(resolve(transaction, "source", *filter.source));
  if (filter.publisher) names.publishers = set_of(resolve_publishers(transaction, *filter.publisher));
  if (filter.claimant) {
    names.claimants.emplace();
    for (auto const& actor : resolve_actors(transaction, *filter.claimant, false)) {
      names.claimants->insert(actor.id);
    }
  }
  return names;
}

}  // namespace annals::db
