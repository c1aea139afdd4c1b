#include <gtest/gtest.h>

#include "csv/bundle_writer.hpp"
#include "service/import_bundle.hpp"
#include "service/import_file.hpp"
#include "support/database.hpp"

#include <fstream>

namespace annals {
namespace {

class Batches : public testing::Test {
 protected:
  db::Batch batch(int number) {
    std::optional<db::Batch> found;
    database_.pool().in_transaction(db::Access::read, [&](db::Transaction& transaction) {
      found = db::read_batch(transaction, "d", number);
    });
    return *found;
  }
  std::vector<db::BatchRow> rows(int number) {
    auto const id = batch(number).id;
    std::vector<db::BatchRow> found;
    database_.pool().in_transaction(db::Access::read, [&](db::Transaction& transaction) {
      found = db::read_batch_rows(transaction, id, {"", -1, 0, true, "", "", "", {}}, 100);
    });
    return found;
  }
  std::filesystem::path bundle(std::string const& actors) {
    std::ofstream(folder_.path() / "actors.csv") << "key,name,kind\n" << actors;
    return folder_.path();
  }

  test::TestDatabase database_;
  csv::TemporaryFolder folder_;
};

TEST_F(Batches, AnImportByHandIsOne) {
  static_cast<void>(service::import_bundle(database_.pool(), bundle("a,A,state\n"), "d"));
  auto const found = batch(1);
  EXPECT_EQ(found.state, "done");
  EXPECT_EQ(found.counts.inserted, 1);
  EXPECT_EQ(found.progress.bytes_read, found.progress.bytes_total);
  EXPECT_TRUE(found.change_id.has_value());
  EXPECT_EQ(found.by, std::nullopt);
}

TEST_F(Batches, WhatWasFoundStaysAlthoughNothingElseDoes) {
  EXPECT_THROW(static_cast<void>(service::import_bundle(database_.pool(), bundle("a,A,king\n,,\n"), "d")),
               Error);
  EXPECT_EQ(batch(1).state, "failed");
  EXPECT_EQ(batch(1).rejected, 2);
  auto const found = rows(1);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].line, 2);
  EXPECT_EQ(found[0].field, "kind");
  EXPECT_EQ(found[0].cells, (std::vector<std::string>{"a", "A", "king"}));
  EXPECT_EQ(found[1].line, 3);
  EXPECT_TRUE(found[1].cells.has_value());
  EXPECT_FALSE(found[2].cells.has_value()) << "once for each row";
}

TEST_F(Batches, WhatAProgramLeftFailsWhenTheNextBegins) {
  service::ImportOptions options;
  options.dataset = "d";
  {
    service::Importer ended(database_.pool());
    EXPECT_EQ(ended.create(options, {}).number, 1);
    service::Importer const other(database_.pool());
    EXPECT_EQ(batch(1).state, "queued") << "its program lives";
  }
  // The server frees the lock when it has noticed.
  for (int attempt = 0; attempt < 100 && batch(1).state == "queued"; ++attempt)
    service::Importer const next(database_.pool());
  EXPECT_EQ(batch(1).state, "failed");
  EXPECT_EQ(batch(1).problem, "interrupted");
}

TEST(ImportProgress, EndsAFileOfMoreThanTenMillionRows) {
  service::ImportProgress progress;
  progress.read_rows(10'000'000);
  try {
    progress.read_rows(1);
    ADD_FAILURE() << "no end";
  } catch (Error const& error) {
    EXPECT_EQ(error.problem(), Problem::too_many_rows);
  }
}

TEST_F(Batches, OneThatIsStoppedStoresNothing) {
  service::ImportOptions options;
  options.dataset = "d";
  service::Importer importer(database_.pool());
  service::ImportProgress progress;
  progress.stop();
  auto const path = bundle("a,A,state\n");
  auto const id = importer.create(options, {});
  EXPECT_THROW(static_cast<void>(importer.run(
                   id, options, [&] { return service::bundle_format(path, options, false); }, progress)),
               service::ImportStopped);
  EXPECT_EQ(batch(1).state, "cancelled");
  service::ImportProgress again;
  EXPECT_THROW(static_cast<void>(importer.run(
                   id, options, [&] { return service::bundle_format(path, options, false); }, again)),
               Error)
      << "it has ended";
}

}  // namespace
}  // namespace annals
