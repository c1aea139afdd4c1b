#include "render/xml_writer.hpp"

namespace annals::render {
namespace {

/// A reader makes a blank of a line's end in an attribute (XML 1.0 section 3.3.3), and a line feed of CR.
void append_xml(std::string& out, std::string_view text, bool in_attribute) {
  for (char const c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\r' || (in_attribute && (c == '\n' || c == '\t')))
      out += "&#" + std::to_string(c) + ";";
    else
      out += c;
  }
}

}  // namespace

XmlWriter::XmlWriter(Sink sink)
    : sink_(std::move(sink)), buffer_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void XmlWriter::tag(std::string_view name, Attributes const& attributes) {
  (buffer_ += '<') += name;
  for (auto const& [attribute, value] : attributes) {
    ((buffer_ += ' ') += attribute) += "=\"";
    append_xml(buffer_, value, true);
    buffer_ += '"';
  }
}

void XmlWriter::begin(std::string_view name, Attributes const& attributes) {
  tag(name, attributes);
  buffer_ += ">\n";
  open_.emplace_back(name);
}

void XmlWriter::end() {
  ((buffer_ += "</") += open_.back()) += ">\n";
  open_.pop_back();
}

void XmlWriter::element(std::string_view name, std::string_view text, Attributes const& attributes) {
  tag(name, attributes);
  buffer_ += '>';
  append_xml(buffer_, text, false);
  ((buffer_ += "</") += name) += ">\n";
}

void XmlWriter::empty(std::string_view name, Attributes const& attributes) {
  tag(name, attributes);
  buffer_ += "/>\n";
}

void XmlWriter::comment(std::string_view text) {
  buffer_ += "<!-- ";
  // Two hyphens end a comment (XML 1.0 section 2.5).
  for (char const c : text) buffer_ += c == '-' ? std::string_view("‐") : std::string_view(&c, 1);
  buffer_ += " -->\n";
}

void XmlWriter::send() {
  sink_(buffer_);
  buffer_.clear();
}

}  // namespace annals::render
