#include "db/fields.hpp"

#include "db/quantity_column.hpp"

namespace annals::db {

ThingHead read_head(Row const& row) {
  ThingHead head;
  head.id = {row.small("dataset_id"), row.integer("id")};
  head.dataset = row.text("dataset");
  head.key = row.text("key");
  head.visibility = read_word<Visibility>(row, "visibility");
  head.note = row.optional_text("note");
  head.attributes = row.optional_text("attributes");
  head.version = row.small("version");
  head.created_at = row.timestamp("created_at");
  head.updated_at = row.timestamp("since");
  return head;
}

std::optional<ThingLink> read_link(Row const& row, std::string const& prefix, char const* name_column) {
  auto const id = row.optional_integer((prefix + "_id").c_str());
  if (!id) return std::nullopt;
  return ThingLink{{row.small("dataset_id"), *id},
                   std::string(row.text((prefix + "_key").c_str())),
                   name_column != nullptr ? std::string(row.text(name_column)) : ""};
}

std::optional<DateExpression> read_date(Row const& row, char const* column) {
  if (row.is_null(column)) return std::nullopt;
  return DateExpression::parse(row.text(column));
}

Quantities read_quantities(Row const& row, char const* column) { return from_jsonb(row.text(column)); }

std::optional<Day> read_day(Row const& row, char const* column) {
  auto const number = row.optional_small(column);
  return number ? std::optional(Day(date::days(*number))) : std::nullopt;
}

Params id_params(std::vector<ThingId> const& ids) {
  std::vector<int> datasets;
  std::vector<std::int64_t> numbers;
  for (auto const& id : ids) {
    datasets.push_back(id.dataset);
    numbers.push_back(id.id);
  }
  return {{"dataset_ids", datasets}, {"ids", numbers}};
}

}  // namespace annals::db
