#pragma once

#include <optional>
#include <set>
#include <vector>

#include "db/connection.hpp"
#include "db/list_order.hpp"
#include "domain/thing_filter.hpp"

namespace annals::db {

/// A list of things with every name of its filter looked up, once for a request.
class ThingList {
 public:
  ThingList(Transaction& transaction, ThingKind kind, ThingFilter filter);

  /// At most `limit` from behind `after` on: with `q` the best match first, else by dataset and key.
  [[nodiscard]] std::vector<ListItem> page(SortKey const* after, int limit);
  [[nodiscard]] std::int64_t count();

 private:
  [[nodiscard]] Params params() const;

  Transaction& transaction_;
  ThingKind kind_;
  ThingFilter filter_;
  std::optional<std::set<ThingId>> countries_, events_, sources_, claimants_;
};

/// The thing of that name that the caller sees.
[[nodiscard]] std::optional<ThingId> find_thing(Transaction& transaction, ThingKind kind,
                                                std::string const& dataset, std::string const& key);

}  // namespace annals::db
