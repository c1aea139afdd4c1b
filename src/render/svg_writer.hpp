#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annals::render {

/// A length in pixels, to a tenth.
[[nodiscard]] std::string pixels(double length);

/// Name and value of an attribute; the value is escaped by the writer.
using Attributes = std::vector<std::pair<std::string_view, std::string>>;

/// Writes elements of SVG, an element a line.
class SvgWriter {
 public:
  void open(std::string_view name, Attributes const& attributes = {});
  void close(std::string_view name);
  void empty(std::string_view name, Attributes const& attributes);
  void text_element(std::string_view name, Attributes const& attributes, std::string_view text);
  /// A line of text from `x` to the right, its letters on `y`, at a size; `attributes` beside those. A script
  /// that runs from right to left is laid so, in the same place.
  void label(double x, double y, double size, std::string_view text, Attributes const& attributes = {});
  /// The same, up to `x`.
  void label_before(double x, double y, double size, std::string_view text,
                    Attributes const& attributes = {});

  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  void tag(std::string_view name, Attributes const& attributes);
  void write(Attributes const& attributes);
  void line_of_text(double x, double y, double size, std::string_view text, bool is_before,
                    Attributes const& attributes);

  std::string out_;
};

}  // namespace annals::render
