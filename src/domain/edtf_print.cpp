#include <array>
#include <cstdio>
#include <cstdlib>

#include "domain/edtf.hpp"

namespace annals {
namespace {

using edtf::Component;

void append(std::string& text, Component const& component) {
  if (component.before) text += component.before;
  text += component.digits;
  if (component.after) text += component.after;
}

std::string print(edtf::Date const& date) {
  std::string text;
  if (date.year.before) text += date.year.before;
  if (date.prefixed) text += 'Y';
  if (date.negative) text += '-';
  text += date.year.digits;
  if (date.exponent) text += 'E' + std::to_string(*date.exponent);
  if (date.significant) text += 'S' + std::to_string(*date.significant);
  if (date.year.after) text += date.year.after;
  if (date.month) append(text += '-', *date.month);
  if (date.day) append(text += '-', *date.day);
  if (date.clock) text += 'T' + date.clock->text;
  return text;
}

std::string print(edtf::Element const& element) {
  if (element.range) {
    return (element.from ? print(*element.from) : "") + ".." + (element.to ? print(*element.to) : "");
  }
  if (element.from) return print(*element.from);
  return element.open ? ".." : "";
}

}  // namespace

std::string print(edtf::Expression const& tree) {
  if (tree.kind == DateKind::interval) return print(tree.elements[0]) + '/' + print(tree.elements[1]);
  if (tree.kind == DateKind::single && !tree.one_of) return print(tree.elements.front());
  std::string text(1, tree.one_of ? '[' : '{');
  for (std::size_t i = 0; i < tree.elements.size(); ++i) text += (i ? "," : "") + print(tree.elements[i]);
  return text + (tree.one_of ? ']' : '}');
}

std::string iso_day(Day day) {
  date::year_month_day const civil(day);
  int const year = static_cast<int>(civil.year());
  std::array<char, 16> text;
  std::snprintf(text.data(), text.size(), "%s%04d-%02u-%02u", year < 0 ? "-" : "", std::abs(year),
                static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()));
  return text.data();
}

std::string iso_moment(Moment const& moment) {
  return moment.clock ? iso_day(moment.day) + 'T' + moment.clock->text : iso_day(moment.day);
}

}  // namespace annals
