#include "domain/snapshot.hpp"

#include <gtest/gtest.h>

namespace annals {
namespace {

TEST(SnapshotPath, IsReadAsItIsWritten) {
  auto const head = snapshot_at(snapshot_path("a.b_c:d-e", 12));
  ASSERT_TRUE(head);
  EXPECT_EQ(head->timeline, "a.b_c:d-e");
  EXPECT_EQ(head->number, 12);
  EXPECT_EQ(snapshot_path("t", 1), "snapshots/t/1.json");
}

TEST(SnapshotPath, IsNoOther) {
  for (auto const* path :
       {"", "snapshots/", "snapshots/t", "snapshots//1.json", "snapshots/1.json", "snapshots/t/1.json/",
        "snapshots/t/01.json", "snapshots/t/+1.json", "snapshots/t/0.json", "snapshots/t/-1.json",
        "snapshots/t/1000000.json", "snapshots/t/99999999999999999999.json", "snapshots/t/1",
        "snapshots/t/.json", "snapshots/../1.json", "snapshots/t/../1.json", "snapshots/t/u/1.json",
        "x/snapshots/t/1.json"})
    EXPECT_FALSE(snapshot_at(path)) << path;
}

}  // namespace
}  // namespace annals
