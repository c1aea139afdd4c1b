#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>

#include "db/event_store.hpp"
#include "service/find_duplicates.hpp"
#include "service/import_bundle.hpp"
#include "support/database.hpp"
#include "support/effort.hpp"
#include "support/list_pair.hpp"

namespace annals {
namespace {

constexpr int page_size = 1000;

struct Lists {
  int events;
  double of_day;
};

/// Two lists of the same events in a database, and which are the same.
class TwoLists : public testing::TestWithParam<Lists> {
 protected:
  TwoLists()
      : folder_(std::filesystem::path(testing::TempDir()) / ("annals-lists-" + std::to_string(getpid()))) {
    truth_ = test::write_list_pair(folder_, GetParam().events, GetParam().of_day, test::random_seed());
    for (auto const* list : {"one", "two"})
      static_cast<void>(service::import_bundle(database_.pool(), folder_ / list));
  }
  ~TwoLists() override { std::filesystem::remove_all(folder_); }

  /// How many of the proposals with at least that score are right, and how many there are.
  struct Found {
    int right = 0;
    int all = 0;
  };
  Found found(int permille_min) {
    Found found;
    database_.pool().in_transaction(db::Access::read, [&](db::Transaction& transaction) {
      service::DuplicateQuestion const question{{"one", "two"}, {}, 2, 10, permille_min};
      std::set<std::pair<std::string, std::string>> seen;
      std::optional<db::SortKey> after;
      do {
        service::DuplicateSearch search(transaction, question);
        auto const page = search.page(after ? &*after : nullptr, page_size);
        auto const keys = keys_of(transaction, page.proposals);
        for (auto const& pair : keys) {
          EXPECT_TRUE(seen.insert(pair).second) << "twice: " << pair.first << ' ' << pair.second;
          ++found.all;
          found.right += truth_.same.contains(pair) ? 1 : 0;
        }
        after = page.next;
      } while (after);
      EXPECT_EQ(service::DuplicateSearch(transaction, question).count(), found.all);
    });
    return found;
  }

  test::ListPair truth_;

 private:
  using Keys = std::vector<std::pair<std::string, std::string>>;
  static Keys keys_of(db::Transaction& transaction,
                      std::vector<service::DuplicateProposal> const& proposals) {
    std::vector<ThingId> one, two;
    for (auto const& proposal : proposals) {
      one.push_back(proposal.a);
      two.push_back(proposal.b);
    }
    auto const a = db::read_events(transaction, one), b = db::read_events(transaction, two);
    Keys keys;
    for (std::size_t i = 0; i < a.size(); ++i) keys.emplace_back(a[i].head.key, b.at(i).head.key);
    return keys;
  }

  std::filesystem::path folder_;
  test::TestDatabase database_;
};

TEST_P(TwoLists, MostOfWhatIsTheSameIsLikelyAndLittleElse) {
  auto const likely = found(likely_permille);
  double const precision = static_cast<double>(likely.right) / std::max(likely.all, 1);
  double const recall = static_cast<double>(likely.right) / static_cast<double>(truth_.same.size());
  std::cout << truth_.same.size() << " pairs; " << likely.all << " proposed as likely, precision "
            << precision << ", recall " << recall << '\n';
  EXPECT_GE(precision, 0.95);
  EXPECT_GE(recall, 0.80);
}

/// With --long also many, and five times as close in time.
std::vector<Lists> lists() {
  std::vector<Lists> all{{2000, 4}};
  if (test::is_long()) all.push_back({20'000, 20});
  return all;
}
INSTANTIATE_TEST_SUITE_P(Lists, TwoLists, testing::ValuesIn(lists()),
                         [](auto const& made) { return std::to_string(made.param.events); });

}  // namespace
}  // namespace annals
