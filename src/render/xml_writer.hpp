#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/sink.hpp"

namespace annals::render {

/// Writes XML 1.0 in the order in which it is told, indented by nothing. Texts are valid UTF-8 without
/// characters that XML forbids, which the gate for text (base/text) has kept out.
class XmlWriter {
 public:
  using Attributes = std::vector<std::pair<std::string_view, std::string>>;

  /// Begins with the XML declaration.
  explicit XmlWriter(Sink sink);
  void begin(std::string_view name, Attributes const& attributes = {});
  void end();
  void element(std::string_view name, std::string_view text, Attributes const& attributes = {});
  void empty(std::string_view name, Attributes const& attributes = {});
  void comment(std::string_view text);
  /// Hands on what was written.
  void send();

 private:
  void tag(std::string_view name, Attributes const& attributes);

  Sink sink_;
  std::string buffer_;
  std::vector<std::string> open_;
};

}  // namespace annals::render
