#include "render/svg_writer.hpp"

#include <cmath>

#include "render/markup_text.hpp"
#include "render/text_measure.hpp"

namespace annals::render {

std::string pixels(double length) {
  auto const tenths = std::llround(length * 10);
  auto text = (tenths < 0 ? "-" : "") + std::to_string(std::llabs(tenths) / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(std::llabs(tenths) % 10);
  return text;
}

void SvgWriter::tag(std::string_view name, Attributes const& attributes) {
  (out_ += '<') += name;
  write(attributes);
}

void SvgWriter::write(Attributes const& attributes) {
  for (auto const& [key, value] : attributes) {
    ((out_ += ' ') += key) += "=\"";
    (out_ += escape_markup(value)) += '"';
  }
}

void SvgWriter::open(std::string_view name, Attributes const& attributes) {
  tag(name, attributes);
  out_ += ">\n";
}

void SvgWriter::close(std::string_view name) { ((out_ += "</") += name) += ">\n"; }

void SvgWriter::empty(std::string_view name, Attributes const& attributes) {
  tag(name, attributes);
  out_ += "/>\n";
}

void SvgWriter::text_element(std::string_view name, Attributes const& attributes, std::string_view text) {
  tag(name, attributes);
  (((out_ += '>') += escape_markup(text)) += "</") += name;
  out_ += ">\n";
}

void SvgWriter::label(double x, double y, double size, std::string_view text, Attributes const& attributes) {
  line_of_text(x, y, size, text, false, attributes);
}

void SvgWriter::label_before(double x, double y, double size, std::string_view text,
                             Attributes const& attributes) {
  line_of_text(x, y, size, text, true, attributes);
}

void SvgWriter::line_of_text(double x, double y, double size, std::string_view text, bool is_before,
                             Attributes const& attributes) {
  tag("text", {{"x", pixels(x)}, {"y", pixels(y)}, {"font-size", pixels(size)}});
  // The start of such a line is its right end.
  bool const is_rtl = is_right_to_left(text);
  if (is_rtl) write({{"direction", "rtl"}, {"unicode-bidi", "embed"}});
  if (is_rtl != is_before) write({{"text-anchor", "end"}});
  write(attributes);
  ((out_ += '>') += escape_markup(text)) += "</text>\n";
}

}  // namespace annals::render
