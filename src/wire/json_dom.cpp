#include "wire/json_dom.hpp"

#include <set>

#include "base/error.hpp"
#include "base/text.hpp"

namespace annals::wire {
namespace {

constexpr int depth_max = 32;
constexpr std::size_t string_bytes_max = std::size_t{64} * 1024;
constexpr std::size_t array_members_max = 10000;
constexpr std::size_t object_members_max = 1000;

[[noreturn]] void fail(Problem problem, std::string const& message, std::string pointer,
                       std::optional<int> position = {}) {
  throw Error(problem, message, {Fault{std::move(pointer), problem, message, position, std::nullopt, ""}});
}

/// Builds the value and knows at every moment where in it the parser is.
class Builder : public nlohmann::json_sax<Dom> {
 public:
  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, string_t const&) override { return add(value); }
  bool binary(binary_t&) override { return false; }
  bool string(string_t& value) override {
    if (value.size() > string_bytes_max) fail(Problem::too_long, "has more than 64 KiB", next_pointer());
    return add(std::move(value));
  }
  bool start_object(std::size_t) override { return open(Dom::object()); }
  bool start_array(std::size_t) override { return open(Dom::array()); }
  bool key(string_t& name) override {
    auto& level = levels_.back();
    level.name = name;
    if (!level.names.insert(name).second)
      fail(Problem::duplicate_member, "has the member " + quote_for_message(name) + " twice", next_pointer());
    if (level.names.size() > object_members_max)
      fail(Problem::too_many, "has more than 1,000 members", pointer());
    return true;
  }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t byte, std::string const&, nlohmann::detail::exception const& error) override {
    if (error.id == 406) fail(Problem::invalid_value, "is a number that no double holds", next_pointer());
    fail(Problem::bad_json, "is no valid JSON", "", static_cast<int>(byte > 0 ? byte - 1 : 0));
  }

  Dom result;

 private:
  struct Level {
    Dom* value;
    std::string name;  // of the member that is read, in an object
    std::set<std::string> names;
  };

  [[nodiscard]] std::string pointer(std::size_t levels) const {
    std::string text;
    for (std::size_t i = 0; i < levels; ++i) {
      auto const& level = levels_[i];
      text += '/';
      text += level.value->is_array() ? std::to_string(level.value->size() - 1) : pointer_segment(level.name);
    }
    return text;
  }
  [[nodiscard]] std::string pointer() const { return pointer(levels_.empty() ? 0 : levels_.size() - 1); }
  /// Of the value that is read next.
  [[nodiscard]] std::string next_pointer() const {
    if (levels_.empty()) return "";
    auto const& last = levels_.back();
    return pointer() + '/' +
           (last.value->is_array() ? std::to_string(last.value->size()) : pointer_segment(last.name));
  }

  template <class Value>
  Dom* place(Value&& value) {
    if (levels_.empty()) return &(result = Dom(std::forward<Value>(value)));
    auto& level = levels_.back();
    if (!level.value->is_array()) return &((*level.value)[level.name] = Dom(std::forward<Value>(value)));
    if (level.value->size() == array_members_max)
      fail(Problem::too_many, "has more than 10,000 members", pointer());
    level.value->push_back(Dom(std::forward<Value>(value)));
    return &level.value->back();
  }
  template <class Value>
  bool add(Value&& value) {
    place(std::forward<Value>(value));
    return true;
  }
  bool open(Dom&& value) {
    levels_.push_back({place(std::move(value)), "", {}});
    return true;
  }
  bool close() {
    levels_.pop_back();
    return true;
  }

  std::vector<Level> levels_;
};

}  // namespace

std::string pointer_segment(std::string_view name) {
  std::string out;
  for (char const c : quote_for_message(name)) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

// Before anything is built: the parser's own stack is not tried.
void refuse_depth(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      if (++depth > depth_max)
        fail(Problem::bad_json, "is nested more than 32 deep", "", static_cast<int>(i));
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
}

Dom parse_dom(std::string_view text) {
  refuse_depth(text);
  Builder builder;
  Dom::sax_parse(text, &builder);
  return std::move(builder.result);
}

std::string canonical(Dom const& value) { return nlohmann::json(value).dump(); }

}  // namespace annals::wire
