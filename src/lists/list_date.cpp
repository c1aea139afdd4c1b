#include "lists/list_date.hpp"

#include <charconv>

namespace annals::lists {
namespace {

constexpr int widening_max = 366;

std::string range(Day first, Day last) {
  return first == last ? iso_day(first) : "[" + iso_day(first) + ".." + iso_day(last) + "]";
}

std::optional<int> widening(std::string_view precision) {
  constexpr std::string_view form = "days:";
  if (!precision.starts_with(form)) return std::nullopt;
  precision.remove_prefix(form.size());
  int days = 0;
  auto const [end, error] = std::from_chars(precision.data(), precision.data() + precision.size(), days);
  bool const whole = error == std::errc() && end == precision.data() + precision.size();
  return whole && days >= 0 && days <= widening_max ? std::optional(days) : std::nullopt;
}

class DateOfRow {
 public:
  DateOfRow(DateTerm const& term, Cells cells, DayStyle const& style)
      : term_(term), cells_(cells), style_(style) {}

  ListDate date() {
    auto const edtf = evaluate(term_.edtf, cells_).text;
    if (!edtf.empty() || !term_.first.is_given()) return {edtf, "", column_of(term_.edtf)};
    auto const first = day(term_.first);
    auto const last = term_.last.is_given() ? day(term_.last) : first;
    if (!result_.fault.empty() || !first) return result_;
    result_.column = column_of(term_.first);
    result_.edtf = told(*first, last.value_or(*first));
    return result_;
  }

 private:
  std::optional<Day> day(Term const& term) {
    auto const text = evaluate(term, cells_).text;
    if (text.empty() || !result_.fault.empty()) return std::nullopt;
    auto const found = parse_day(text, style_.order, style_.two_digit_years_from);
    if (!found) result_ = {"", "is no day of the calendar in the order of this list", column_of(term)};
    return found;
  }

  std::string told(Day first, Day last) {
    auto const precision = evaluate(term_.precision, cells_).text;
    if (precision == "day") return iso_day(first);
    if (precision == "month") return iso_day(first).substr(0, 7);
    if (precision == "year") return iso_day(first).substr(0, 4);
    if (precision == "until") return "[.." + iso_day(first) + "]";
    if (auto const days = widening(precision))
      return range(first - date::days(*days), last + date::days(*days));
    if (last < first) {
      result_.fault = "ends before it begins";
      result_.column = column_of(term_.last);
      return "";
    }
    return range(first, last);  // "range", and the widest reading of what nobody knows
  }

  DateTerm const& term_;
  Cells cells_;
  DayStyle const& style_;
  ListDate result_;
};

}  // namespace

ListDate evaluate(DateTerm const& term, Cells cells, DayStyle const& style) {
  return DateOfRow(term, cells, style).date();
}

}  // namespace annals::lists
