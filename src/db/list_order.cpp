#include "db/list_order.hpp"

#include <array>
#include <stdexcept>

#include "base/error.hpp"

namespace annals::db {
namespace {

constexpr std::array<std::string_view, 6> after_names{"after0", "after1", "after2",
                                                      "after3", "after4", "after5"};

}  // namespace

std::string after_value(std::size_t column, std::string_view type) {
  return std::string("$").append(after_names.at(column)).append("::").append(type);
}

std::string with(std::string text, std::string_view mark, std::string_view replacement) {
  auto const at = text.find(mark);
  if (at == std::string::npos) throw std::logic_error("a statement lacks " + std::string(mark));
  return text.replace(at, mark.size(), replacement);
}

std::string ordered(std::string_view sql, ListOrder const& order, SortKey const* after, Params& params) {
  std::string key, by, columns, values;
  for (std::size_t i = 0; i < order.columns.size(); ++i) {
    auto const& [expression, type] = order.columns[i];
    std::string const comma = i == 0 ? "" : ", ";
    key.append(comma).append("(").append(expression).append(")::text");
    by.append(comma).append(expression).append(order.descending ? " desc" : "");
    columns.append(comma).append(expression);
    values.append(comma).append(after_value(i, type));
    if (after != nullptr) params.push_back({after_names[i], after->at(i)});
  }
  auto const condition =
      after == nullptr ? "" : "and (" + columns + ")" + (order.descending ? " < (" : " > (") + values + ")";
  return with(with(with(std::string(sql), "/* key */", "array[" + key + "]"), "/* order */", by),
              "/* after */", condition);
}

}  // namespace annals::db
