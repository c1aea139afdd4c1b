#include "render/html_text.hpp"

#include <algorithm>
#include <array>

#include "render/markup_text.hpp"

namespace annals::render::html {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? "" : " " + std::string(name) + "=\"" + escape_markup(value) + "\"";
}

/// Whether HTML takes it as a date, or a date and time (HTML Standard, 2.3.5): all have years of four digits,
/// months to 12, hours to 23.
bool is_machine_readable(std::string_view edtf) {
  constexpr std::array<std::string_view, 9> shapes{
      "0000",
      "0000-00",
      "0000-00-00",
      "0000-00-00T00:00",
      "0000-00-00T00:00:00",
      "0000-00-00T00:00Z",
      "0000-00-00T00:00:00Z",
      "0000-00-00T00:00+00:00",
      "0000-00-00T00:00:00+00:00",
  };
  std::string shape(edtf);
  for (char& c : shape) {
    if (c >= '0' && c <= '9') c = '0';
  }
  if (auto const time = shape.find('T'); time != std::string::npos)
    std::replace(shape.begin() + static_cast<std::ptrdiff_t>(time), shape.end(), '-', '+');
  if (std::find(shapes.begin(), shapes.end(), shape) == shapes.end()) return false;
  if (edtf.substr(0, 4) == "0000") return false;
  if (edtf.size() > 4 && edtf.substr(5, 2) > "12") return false;
  return edtf.size() < 13 || edtf.substr(11, 2) < "24";
}

}  // namespace

std::string element_begin(std::string_view element, std::string_view classes, std::string_view language) {
  return "<" + std::string(element) + attribute("class", classes) + attribute("lang", language) +
         " dir=\"auto\">";
}

std::string written(std::string_view element, std::string_view classes, std::string_view language,
                    std::string_view text) {
  return element_begin(element, classes, language) + escape_markup(text) + "</" + std::string(element) + ">";
}

std::string paragraphs(std::string_view classes, std::string_view language, std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const end = std::min(text.find("\n\n"), text.size());
    if (text.substr(0, end).find_first_not_of(" \n\t") != std::string_view::npos)
      out += written("p", classes, language, text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return out;
}

std::string link_begin(std::string_view address) {
  return "<a href=\"" + escape_markup(address) + "\" rel=\"noreferrer\">";
}

std::string link_out(std::string_view address, std::string_view text) {
  return link_begin(address) + escape_markup(text) + "</a>";
}

std::string footnote_link(int number, Language language) {
  auto const text = std::to_string(number);
  return "<a class=\"ref\" href=\"#source-" + text + "\" aria-label=\"" +
         std::string(phrase(Phrase::source, language)) + " " + text + "\">" + text + "</a>";
}

std::string date(DateExpression const& date, Language language) {
  auto const words = escape_markup(describe(date, language));
  auto const coded = escape_markup(date.edtf());
  if (is_machine_readable(date.edtf())) return "<time datetime=\"" + coded + "\">" + words + "</time>";
  return "<span title=\"EDTF " + coded + "\">" + words + "</span>";
}

std::string date(std::string_view text, Language language) try {
  auto const point = text.find('.');
  if (point == std::string_view::npos) return date(DateExpression::parse(text), language);
  auto const second = DateExpression::parse(std::string(text.substr(0, point)) + 'Z');
  return "<span title=\"" + escape_markup(text) + "\">" + date(second, language) + "</span>";
} catch (DateError const&) {
  return escape_markup(text);
}

}  // namespace annals::render::html
