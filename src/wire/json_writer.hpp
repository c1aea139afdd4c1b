#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annals::wire {

/// Writes JSON (RFC 8259) to the end of a string, without blanks, in the order in which it is told. Its texts
/// are valid UTF-8; what could end a script (`<`) is escaped, so that the text may stand within a page.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_array() { return begin('['); }
  JsonWriter& end_array() { return end(']'); }
  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::string_view text);
  JsonWriter& value(std::string const& text) { return value(std::string_view(text)); }
  JsonWriter& value(char const* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth);
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(int number) { return value(std::int64_t{number}); }
  /// The shortest decimal that reads back the same.
  JsonWriter& value(double number);
  JsonWriter& null();
  /// A value that is JSON already.
  JsonWriter& raw(std::string_view json);
  JsonWriter& value(std::vector<std::string> const& texts);
  /// What follows is another text, on a line of its own.
  JsonWriter& end_line();
  template <class Value>
  JsonWriter& value(std::optional<Value> const& given) {
    return given ? value(*given) : null();
  }
  template <class Value>
  JsonWriter& member(std::string_view name, Value const& given) {
    return key(name).value(given);
  }

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  void separate();

  std::string& out_;
  bool comma_ = false;
};

}  // namespace annals::wire
