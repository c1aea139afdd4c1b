#include <charconv>

#include "base/ascii.hpp"
#include "domain/edtf_reader.hpp"

namespace annals::edtf {
namespace {

bool is_qualifier(char c) { return c == '?' || c == '~' || c == '%'; }

char read_qualifier(Reader& reader) { return is_qualifier(reader.peek()) ? reader.take() : '\0'; }

std::string read_digits(Reader& reader, bool unspecified) {
  std::string digits;
  while (is_digit(reader.peek()) || (unspecified && reader.peek() == 'X')) digits += reader.take();
  return digits;
}

void close_component(Reader& reader, Component& component) {
  auto const at = reader.at();
  component.after = read_qualifier(reader);
  if (component.after != 0 && component.before != 0) {
    reader.fail_at(at, "a component is qualified in front or behind, not both");
  }
}

// A small number: enough to tell what lies within range, and no more work for what does not.
int read_small(Reader& reader, std::string const& what) {
  auto const at = reader.at();
  auto const digits = read_digits(reader, false);
  if (digits.empty()) reader.fail_at(at, "expected " + what);
  int value = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value : 1000000;
}

void check_year_range(Reader const& reader, std::size_t at, Date const& date) {
  std::string digits = date.year.digits;
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  auto const zeros = static_cast<std::size_t>(date.exponent.value_or(0));
  if (!digits.empty() && digits.size() + zeros > 4) {
    reader.fail_at(at, "years lie within -9999 to 9999", Problem::out_of_range);
  }
}

void read_prefixed_year(Reader& reader, Date& date, std::size_t at) {
  date.prefixed = true;
  date.negative = reader.accept("-");
  date.year.digits = read_digits(reader, false);
  if (date.year.digits.empty()) reader.fail("expected the digits of a year");
  if (date.year.digits.front() == '0') reader.fail_at(at, "a year behind Y begins with no zero");
  if (reader.accept("E")) date.exponent = read_small(reader, "an exponent");
  if (!date.exponent && date.year.digits.size() <= 4) {
    reader.fail_at(at, "Y is for years of more than four digits");
  }
  check_year_range(reader, at, date);
}

void read_plain_year(Reader& reader, Date& date, std::size_t at) {
  date.negative = reader.accept("-");
  date.year.digits = read_digits(reader, true);
  if (date.year.digits.size() != 4) reader.fail_at(at, "expected a year of four digits");
  if (date.negative && date.year.digits == "0000") reader.fail_at(at, "there is no year -0000");
}

void read_year(Reader& reader, Date& date) {
  date.year.before = read_qualifier(reader);
  auto const at = reader.at();
  reader.accept("Y") ? read_prefixed_year(reader, date, at) : read_plain_year(reader, date, at);
  if (reader.peek() == 'S') {
    auto const significant_at = reader.at();
    reader.take();
    date.significant = read_small(reader, "the number of significant digits");
    auto const count = date.year.digits.size() + static_cast<std::size_t>(date.exponent.value_or(0));
    bool const fits = *date.significant > 0 && static_cast<std::size_t>(*date.significant) <= count;
    if (!fits || date.year.digits.find('X') != std::string::npos) {
      reader.fail_at(significant_at, "so many digits the year has not");
    }
  }
  close_component(reader, date.year);
}

Component read_pair(Reader& reader, std::string const& what) {
  Component component;
  component.before = read_qualifier(reader);
  auto const at = reader.at();
  component.digits = read_digits(reader, true);
  if (component.digits.size() != 2) reader.fail_at(at, "expected two digits of " + what);
  close_component(reader, component);
  return component;
}

bool is_grouping(Component const& month) { return month.digits >= "21" && month.digits <= "41"; }

bool is_month(Component const& month) {
  auto const& digits = month.digits;
  if (digits.find('X') == std::string::npos) return digits >= "01" && digits <= "12";
  return digits[0] == 'X' || digits[0] == '0' || digits == "1X";
}

void read_month_and_day(Reader& reader, Date& date) {
  auto const month_at = reader.at();
  if (!reader.accept("-")) return;
  if (date.prefixed || date.significant) reader.fail_at(month_at, "such a year stands alone");
  date.month = read_pair(reader, "a month");
  bool const grouping = is_grouping(*date.month);
  if (!grouping && !is_month(*date.month)) reader.fail_at(month_at + 1, "there is no such month or season");
  auto const day_at = reader.at();
  if (reader.accept("-")) {
    if (grouping) reader.fail_at(day_at, "a season has no days");
    date.day = read_pair(reader, "a day");
    if (!days_of(date)) reader.fail_at(day_at + 1, "there is no such day");
  } else if (!days_of(date)) {
    reader.fail_at(month_at + 1, "there is no such month");
  }
}

void read_time(Reader& reader, Date& date) {
  auto const at = reader.at();
  if (!reader.accept("T")) return;
  bool plain = date.day.has_value();
  for (auto const* part :
       {&date.year, date.month ? &*date.month : nullptr, date.day ? &*date.day : nullptr}) {
    plain = plain && part && part->digits.find('X') == std::string::npos && !part->before && !part->after;
  }
  if (!plain) reader.fail_at(at, "a time needs a full date without qualification");
  date.clock = read_clock(reader, date);
}

}  // namespace

Date read_date(Reader& reader) {
  Date date;
  read_year(reader, date);
  read_month_and_day(reader, date);
  read_time(reader, date);
  return date;
}

}  // namespace annals::edtf
