#pragma once

#include <string>
#include <string_view>

#include "db/list_order.hpp"

namespace annals::http {

/// A place in a list, as a client carries it: authenticated, and good for the list that made it alone.
class Cursors {
 public:
  explicit Cursors(std::string secret) : secret_(std::move(secret)) {}

  /// `scope` names the list: its path, filters and whose key asked.
  [[nodiscard]] std::string make(std::string_view scope, db::SortKey const& last) const;
  /// Throws Error(bad_cursor).
  [[nodiscard]] db::SortKey read(std::string_view scope, std::string_view cursor) const;

 private:
  std::string secret_;
};

}  // namespace annals::http
