#include "db/similar_store.hpp"

#include "db/fields.hpp"
#include "sql_queries.hpp"

namespace annals::db {
namespace {

std::optional<Point> read_point(Row const& row, char const* longitude, char const* latitude) {
  if (row.is_null(longitude)) return std::nullopt;
  return Point{row.real(longitude), row.real(latitude)};
}

SimilarThing read_similar(Row const& row) {
  return {std::string(row.text("dataset")),
          std::string(row.text("key")),
          std::string(row.text("title")),
          {std::string(row.text("own_name")), std::string(row.text("name")),
           row.small("own_position") > 0 || row.small("position") > 0, row.real("likeness"),
           row.optional_text("own_country"), row.optional_text("country"),
           read_point(row, "own_longitude", "own_latitude"), read_point(row, "longitude", "latitude")}};
}

}  // namespace

std::vector<SimilarThing> similar_things(Transaction& transaction, ThingKind kind, ThingId id,
                                         std::vector<int> const& among, int limit) {
  return read_all(transaction.run(sql::similar_things, {{"kind", word(kind)},
                                                        {"dataset_id", id.dataset},
                                                        {"id", id.id},
                                                        {"among", among},
                                                        {"limit", limit}}),
                  read_similar);
}

}  // namespace annals::db
