#include "service/find_similar.hpp"

#include <algorithm>
#include <tuple>

#include "service/ask_events.hpp"

namespace annals::service {
namespace {

constexpr int proposals_max = 500;
constexpr int permille_min = 200;

}  // namespace

std::vector<SimilarProposal> find_similar(db::Transaction& transaction, ThingKind kind, ThingId id,
                                          std::vector<std::string> const& datasets) {
  std::vector<int> among;
  for (auto const& dataset : asked_datasets(transaction, datasets)) among.push_back(dataset.id);
  std::vector<SimilarProposal> proposals;
  for (auto& thing : db::similar_things(transaction, kind, id, among, proposals_max)) {
    auto score = similar_score(thing.two);
    if (score.permille >= permille_min) proposals.push_back({std::move(thing), std::move(score)});
  }
  std::sort(proposals.begin(), proposals.end(), [](SimilarProposal const& a, SimilarProposal const& b) {
    return std::tie(b.score.permille, a.thing.dataset, a.thing.key) <
           std::tie(a.score.permille, b.thing.dataset, b.thing.key);
  });
  return proposals;
}

}  // namespace annals::service
