#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/params.hpp"
#include "domain/thing.hpp"

namespace annals::db {

/// An order of a list by columns that together are unique, for paging by keyset: each page begins behind the
/// sort key of the last item of the one before.
struct ListOrder {
  struct Column {
    std::string_view expression;
    std::string_view type;
  };
  std::vector<Column> columns;
  bool descending = false;
};

/// The values of an order's columns for one item, as PostgreSQL prints them.
using SortKey = std::vector<std::string>;

struct ListItem {
  ThingId id;
  SortKey sort_key;
};

/// Puts the order into a list's statement: its sort key at `/* key */`, `/* order */`, and at `/* after */`
/// the condition that begins the page behind `after`. Its values are added to `params`.
[[nodiscard]] std::string ordered(std::string_view sql, ListOrder const& order, SortKey const* after,
                                  Params& params);

/// "$after2::text": the value of an order's column behind which a page begins, in a statement that ordered()
/// makes.
[[nodiscard]] std::string after_value(std::size_t column, std::string_view type);

/// Replaces the one `mark` of a text.
[[nodiscard]] std::string with(std::string text, std::string_view mark, std::string_view replacement);

}  // namespace annals::db
