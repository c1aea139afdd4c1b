#include <algorithm>

#include "domain/date_columns.hpp"
#include "domain/edtf.hpp"
#include "fuzz/properties.hpp"

namespace annals {
namespace {

using fuzz::require;

std::optional<DateExpression> parsed(std::string_view text) {
  try {
    return DateExpression::parse(text);
  } catch (DateError const& error) {
    fuzz::require_presentable(error);
    require(error.position() >= 0 && static_cast<std::size_t>(error.position()) <= text.size(),
            "a fault lies within the text");
    return std::nullopt;
  }
}

bool in_order(std::optional<Moment> const& first, std::optional<Moment> const& last) {
  return !first || !last || first->day <= last->day;
}

bool has_two_instants(DateExpression const& date) {
  auto const& elements = date.tree().elements;
  return std::all_of(elements.begin(), elements.end(),
                     [](auto const& side) { return side.from && edtf::instant_of(*side.from); });
}

void require_order(DateExpression const& date) {
  for (auto const& [start, end] : date.members()) {
    require(in_order(start.earliest, start.latest), "the start's bounds are in order");
    require(in_order(end.earliest, end.latest), "the end's bounds are in order");
    // East of UTC an instant may lie on a later local day than a later one in the west.
    if (date.kind() == DateKind::interval && has_two_instants(date)) continue;
    require(in_order(start.earliest, end.latest), "it begins before it ends");
  }
}

void require_overlap(DateExpression const& date, Window const& window) {
  require(!certainly_overlaps(date, window) || possibly_overlaps(date, window),
          "what certainly overlaps possibly does");
}

void require_of_one(DateExpression const& date) {
  auto const printed = print(date.tree());
  auto const again = parsed(printed);
  require(again.has_value(), "what is printed parses");
  require(again->tree() == date.tree() && print(again->tree()) == printed, "it parses to the same");
  require(again->bounds() == date.bounds() && again->members() == date.members(), "with the same bounds");
  require_order(date);
  require(!conflict(date, date) && same_value(date, date), "nothing conflicts with itself");
  require(lies_within(date, date), "everything lies within itself");
  require(extent_days(date).value_or(1) > 0 || has_two_instants(date), "it lasts a day at least");
  fuzz::require_presentable(iso_day(date.bounds().start.earliest.value_or(Moment{}).day));
  require(!check_text(describe(date), 100000), "its description is text");
  auto const columns = columns_of(date);
  require(columns.edtf == date.edtf() && columns.sort_day != sort_undated, "a date sorts with the dated");
}

void require_of_two(DateExpression const& a, DateExpression const& b) {
  require(conflict(a, b) == conflict(b, a), "conflict has no direction");
  require(same_value(a, b) == same_value(b, a), "sameness has no direction");
  require(!same_value(a, b) || !conflict(a, b), "what is the same does not conflict");
  Window window;
  if (auto const& first = b.bounds().start.earliest) window.first = first->day;
  if (auto const& last = b.bounds().end.latest) window.last = last->day;
  require_overlap(a, window);
}

}  // namespace
}  // namespace annals

/// One expression, or two with a line feed between.
extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  using namespace annals;
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  auto const line = text.find('\n');
  auto const a = parsed(text.substr(0, line));
  if (a) require_of_one(*a);
  if (line == std::string_view::npos) return 0;
  auto const b = parsed(text.substr(line + 1));
  if (a && b) require_of_two(*a, *b);
  return 0;
}
