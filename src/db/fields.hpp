#pragma once

#include <string>
#include <vector>

#include "db/params.hpp"
#include "db/rows.hpp"
#include "domain/date_expression.hpp"
#include "domain/quantity.hpp"
#include "domain/thing.hpp"
#include "domain/vocabulary.hpp"

namespace annals::db {

/// The columns that every thing has: dataset_id, id, dataset, key, visibility, note, attributes, version,
/// created_at, since.
[[nodiscard]] ThingHead read_head(Row const& row);
/// `<prefix>_id`, `<prefix>_key` and, where `name_column` is given, that; nothing where the id is null.
[[nodiscard]] std::optional<ThingLink> read_link(Row const& row, std::string const& prefix,
                                                 char const* name_column = nullptr);
[[nodiscard]] std::optional<DateExpression> read_date(Row const& row, char const* column);
/// As to_jsonb() wrote them.
[[nodiscard]] Quantities read_quantities(Row const& row, char const* column);
[[nodiscard]] std::optional<Day> read_day(Row const& row, char const* column);

/// The things of all rows.
template <class Read>
[[nodiscard]] auto read_all(Rows const& rows, Read const& read) {
  std::vector<decltype(read(rows[0]))> things;
  things.reserve(static_cast<std::size_t>(rows.size()));
  for (auto const row : rows) things.push_back(read(row));
  return things;
}

/// The schema's checks hold only words of the vocabulary; anything else is a std::logic_error.
template <class Word>
[[nodiscard]] Word read_word(Row const& row, char const* column) {
  return from_word<Word>(row.text(column)).value();
}
template <class Word>
[[nodiscard]] std::optional<Word> read_optional_word(Row const& row, char const* column) {
  return row.is_null(column) ? std::nullopt : std::optional(read_word<Word>(row, column));
}

/// $dataset_ids and $ids: the two lists side by side.
[[nodiscard]] Params id_params(std::vector<ThingId> const& ids);

}  // namespace annals::db
