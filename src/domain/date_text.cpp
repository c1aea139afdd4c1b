#include <array>

#include "domain/edtf.hpp"

namespace annals {
namespace {

using edtf::clock_text;
using edtf::Date;
using edtf::Element;
using edtf::has_gap;

constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};
constexpr std::array groupings{"spring",
                               "summer",
                               "autumn",
                               "winter",
                               "northern spring",
                               "northern summer",
                               "northern autumn",
                               "northern winter",
                               "southern spring",
                               "southern summer",
                               "southern autumn",
                               "southern winter",
                               "first quarter of",
                               "second quarter of",
                               "third quarter of",
                               "fourth quarter of",
                               "first four months of",
                               "middle four months of",
                               "last four months of",
                               "first half of",
                               "second half of"};

int year_number(Day day) { return static_cast<int>(date::year_month_day(day).year()); }

// The year 0 of EDTF is 1 BC.
std::string year_words(int year) {
  return year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BC";
}

std::string year_text(Date const& date) {
  auto const days =
      edtf::days_of(
          Date{date.negative, date.prefixed, date.year, date.exponent, date.significant, {}, {}, {}})
          .value();
  int const first = year_number(*days.first);
  int const last = year_number(*days.last);
  if (first == last) return year_words(first);
  if (first >= 0 && last - first == 9) return "the " + std::to_string(first) + "s";
  if (first >= 0 && last - first == 99) return "the " + std::to_string(first) + "s (century)";
  return year_words(first) + " to " + year_words(last);
}

std::string month_text(Date const& date) {
  auto const& digits = date.month->digits;
  auto const year = year_text(date);
  if (digits == "XX") return "a month of " + year;
  if (has_gap(digits))
    return (digits[0] == '0'   ? "a month from January to September of "
            : digits[0] == '1' ? "a month from October to December of "
                               : "a month of ") +
           year;
  auto const number = static_cast<std::size_t>(std::stoi(digits));
  if (number > 20) {
    std::string const name = groupings[number - 21];
    return (number >= 33 ? "the " : "") + name + ' ' + year;
  }
  return std::string(months[number - 1]) + (has_gap(date.year.digits) ? " of a year in " : " ") + year;
}

std::string day_number(Date const& date) { return std::to_string(std::stoi(date.day->digits)); }

std::string day_text(Date const& date) {
  if (date.day->digits == "XX") return "a day in " + month_text(date);
  if (has_gap(date.day->digits)) {
    auto const days = edtf::days_of(date).value();
    auto const day = [](Day of) {
      return std::to_string(static_cast<unsigned>(date::year_month_day(of).day()));
    };
    return "a day from " + day(*days.first) + " to " + day(*days.last) + " of " + month_text(date);
  }
  if (has_gap(date.month->digits)) return "day " + day_number(date) + " of " + month_text(date);
  return day_number(date) + ' ' + month_text(date);
}

std::string plain(Date const& date) {
  if (!date.month) return year_text(date);
  if (!date.day) return month_text(date);
  return date.clock ? day_text(date) + ", " + clock_text(*date.clock) : day_text(date);
}

std::string mark_words(char mark) {
  return mark == '?' ? "uncertain" : mark == '~' ? "approximate" : "uncertain and approximate";
}

std::string text_of(Date const& date) {
  auto const [whole, of_part] = edtf::marks_of(date);
  std::string text = plain(date);
  if (whole == '~') text = "about " + text;
  if (whole == '?') text = "perhaps " + text;
  if (whole == '%') text = "perhaps about " + text;
  constexpr std::array names{"year", "month", "day"};
  std::string remarks;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (of_part[i])
      remarks += (remarks.empty() ? "" : ", ") + std::string(names[i]) + ' ' + mark_words(of_part[i]);
  }
  return remarks.empty() ? text : text + " (" + remarks + ')';
}

bool is_plain_day(Date const& date) {
  return date.day && !date.clock && !has_gap(date.day->digits) && !has_gap(date.month->digits) &&
         !date.day->after && !date.day->before && date.year.after == 0 && date.month->after == 0;
}

/// "10 and 17 April 2024", "March and 4 April 2024": what both ends share is said once.
std::string joined(Date const& from, std::string const& word, Date const& to) {
  bool const one_year = from.year == to.year && from.negative == to.negative;
  if (is_plain_day(from) && is_plain_day(to) && one_year) {
    if (from.month == to.month) return day_number(from) + word + text_of(to);
    auto const name = months[static_cast<std::size_t>(std::stoi(from.month->digits)) - 1];
    return day_number(from) + ' ' + name + word + text_of(to);
  }
  return text_of(from) + word + text_of(to);
}

std::string text_of(Element const& element, bool among_all) {
  if (!element.range) return text_of(*element.from);
  if (element.from && element.to) {
    return among_all ? joined(*element.from, " to ", *element.to)
                     : "between " + joined(*element.from, " and ", *element.to);
  }
  auto const& date = element.from ? *element.from : *element.to;
  return (date.day ? "on or " : "in or ") + std::string(element.from ? "after " : "before ") + text_of(date);
}

std::string list_text(edtf::Expression const& tree) {
  std::string text;
  for (std::size_t i = 0; i < tree.elements.size(); ++i) {
    if (i > 0) text += i + 1 < tree.elements.size() ? ", " : tree.one_of ? " or " : " and ";
    text += text_of(tree.elements[i], !tree.one_of);
  }
  return text;
}

std::string interval_text(Element const& start, Element const& end) {
  if (start.from && end.from) return joined(*start.from, " to ", *end.from);
  if (start.from)
    return end.open ? "since " + text_of(*start.from) : text_of(*start.from) + " to an unknown date";
  if (end.from)
    return start.open ? "until " + text_of(*end.from) : "from an unknown date to " + text_of(*end.from);
  return start.open && end.open ? "at all times"
         : start.open           ? "until an unknown date"
                                : "since an unknown date";
}

}  // namespace

edtf::Marks edtf::marks_of(Date const& date) {
  std::array<Component const*, 3> const parts{&date.year, date.month ? &*date.month : nullptr,
                                              date.day ? &*date.day : nullptr};
  auto const& last = date.day ? *date.day : date.month ? *date.month : date.year;
  Marks marks;
  marks.whole = last.after ? last.after : !date.month ? date.year.before : '\0';
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto const* part = parts[i];
    if (part == nullptr) continue;
    if (part->before && !(marks.whole && part == &last))
      marks.of_part[i] = part->before;
    else if (part != &last)
      marks.of_part[i] = part->after;
  }
  return marks;
}

bool edtf::has_gap(std::string const& digits) { return digits.find('X') != std::string::npos; }

std::string edtf::clock_text(ClockTime const& clock) {
  std::string text = clock.text.substr(0, clock.text.find_first_of("Z+-"));
  if (text.size() == 2) text += ":00";
  if (text.size() == 8 && text.ends_with(":00")) text.resize(5);
  if (!clock.offset_minutes) return text;
  if (*clock.offset_minutes == 0) return text + " UTC";
  return text + " (UTC" + clock.text.substr(clock.text.find_first_of("+-")) + ")";
}

std::string describe(DateExpression const& date) {
  auto const& tree = date.tree();
  if (date.kind() == DateKind::interval) return interval_text(tree.elements[0], tree.elements[1]);
  return list_text(tree);
}

}  // namespace annals
