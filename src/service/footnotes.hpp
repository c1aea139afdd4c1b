#pragma once

#include <map>
#include <vector>

#include "db/connection.hpp"
#include "domain/timeline.hpp"

namespace annals::service {

/// The sources of a timeline, numbered in the order of their first use. Holds ids, not sources.
class Footnotes {
 public:
  /// `original` is the first of the chain that `source` republishes, or `source` itself.
  [[nodiscard]] int number_of(ThingId source, ThingId original);
  void tell(db::Transaction& transaction, TimelineRenderer& renderer) const;

 private:
  using Ids = std::vector<ThingId>;

  [[nodiscard]] std::optional<int> number_of_cited(ThingId source) const;
  /// Those with which `source` tells the others, if it is the one to do so.
  [[nodiscard]] Ids copies_beside(ThingId source) const;
  [[nodiscard]] std::map<ThingId, std::string> publishers_of_copies(db::Transaction& transaction,
                                                                    Ids const& told) const;

  std::map<ThingId, int> numbers_;
  Ids cited_;
  std::map<ThingId, ThingId> originals_;  ///< of copies alone
  std::map<ThingId, Ids> copies_;         ///< by the original, in the order of their numbers
};

}  // namespace annals::service
