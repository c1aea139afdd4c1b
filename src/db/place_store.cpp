#include "db/place_store.hpp"

#include "db/fields.hpp"
#include "sql_queries.hpp"

namespace annals::db {

std::vector<Place> read_places(Transaction& transaction, std::vector<ThingId> const& ids) {
  return read_all(transaction.run(sql::place_by_ids, id_params(ids)), [](Row const& row) {
    Place place;
    place.head = read_head(row);
    place.name = row.text("name");
    place.kind = row.optional_text("kind");
    place.country = row.optional_text("country");
    place.within = read_link(row, "within", "within_name");
    if (!row.is_null("longitude")) place.point = Point{row.real("longitude"), row.real("latitude")};
    place.precision = read_optional_word<PlacePrecision>(row, "precision");
    place.aliases = row.text_array("aliases");
    return place;
  });
}

}  // namespace annals::db
