#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annals::wire {

/// A JSON object as a request gives it, behind the gate of wire/json_dom.
class JsonBody {
 public:
  struct Content;

  /// Throws Error as wire/json_dom, and `required` where it is no object.
  [[nodiscard]] static JsonBody parse(std::string_view text);

  /// This patch applied to `base` (RFC 7396, JSON Merge Patch).
  [[nodiscard]] JsonBody applied_to(JsonBody const& base) const;
  [[nodiscard]] Content const& content() const { return *content_; }
  /// A member that is a text, and not empty.
  [[nodiscard]] std::optional<std::string> text_of(std::string_view member) const;

  /// Refuses what only the service sets and the client changed: against `before`, the thing as it was (for a
  /// new one: as it became), and names of what a key points to against `after`. Throws
  /// Error(read_only_field).
  void refuse_read_only(JsonBody const& before, JsonBody const& after) const;

 private:
  explicit JsonBody(std::shared_ptr<Content const> content) : content_(std::move(content)) {}
  std::shared_ptr<Content const> content_;
};

/// A member in which two texts of one thing differ; null where it was absent.
struct Difference {
  std::string member;
  std::string from;
  std::string to;
};
/// What was changed by who wrote the thing: all but what the service sets and the names of what it points to.
[[nodiscard]] std::vector<Difference> differences(std::string_view before, std::string_view after);

}  // namespace annals::wire
