#pragma once

#include <functional>
#include <optional>
#include <string>

#include "http/call.hpp"

namespace annals::http {

/// Which part of a list is asked for. Made before the list's filters are read, since the cursor holds for
/// them all.
class Paging {
 public:
  /// A list ends. A feed goes on: its cursor is called `since`, and it has no total.
  enum class Kind { list, feed };
  /// Takes `limit`, `cursor` and `total` out of the call's parameters. Throws Error (`invalid_parameter`,
  /// `bad_cursor`).
  explicit Paging(Call& call, Kind kind = Kind::list);

  [[nodiscard]] db::SortKey const* after() const { return after_ ? &*after_ : nullptr; }
  [[nodiscard]] int limit() const { return limit_; }

  /// The envelope of contract section 4: `items` (each written by itself), `next`, and `total` where asked.
  [[nodiscard]] Response answer(std::string const& items, db::SortKey const* last,
                                std::function<std::int64_t()> const& count) const;

 private:
  [[nodiscard]] std::string next_address(db::SortKey const& last) const;

  Call const& call_;
  std::string cursor_name_;
  std::string scope_;
  Parameters filters_;
  int limit_ = 50;
  bool limit_given_ = false;
  bool total_ = false;
  std::optional<db::SortKey> after_;
};

}  // namespace annals::http
