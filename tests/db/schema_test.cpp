#include <gtest/gtest.h>

#include "db/migrate.hpp"
#include "db/sql_error.hpp"
#include "support/database.hpp"

namespace annals {
namespace {

using db::Access;

int number(db::Pool& pool, std::string const& sql) {
  int found = -1;
  pool.in_transaction(Access::read,
                      [&](db::Transaction& transaction) { found = transaction.run(sql)[0].small("count"); });
  return found;
}

TEST(Schema, MigratingAgainChangesNothing) {
  test::TestDatabase database;
  EXPECT_EQ(db::migrate(database.access().owner), 0);
}

TEST(Schema, EveryStatementOfTheProgramIsValidInIt) {
  test::TestDatabase database;
  EXPECT_NO_THROW(database.pool().check_statements());
}

TEST(Schema, TheReadersRoleCanChangeNothing) {
  test::TestDatabase database;
  db::Pool pool({database.access().owner, database.access().read, database.access().read}, {});
  EXPECT_THROW(pool.in_transaction(Access::write,
                                   [](db::Transaction& transaction) {
                                     transaction.run("delete from dataset where key = 'x'");
                                   }),
               db::DatabaseError);
}

TEST(Schema, TheSecretsOfKeysAreNotForReaders) {
  test::TestDatabase database;
  EXPECT_THROW(number(database.pool(), "select count(*) from service_key"), db::DatabaseError);
}

TEST(Schema, EveryTableOfContentHasItsDatasetFirstInItsKeyAndNoTrigger) {
  test::TestDatabase database;
  EXPECT_EQ(number(database.pool(), "select count(*) from pg_trigger where not tgisinternal"), 0);
  EXPECT_EQ(
      number(database.pool(),
             "select count(*) from pg_index i join pg_class c on c.oid = i.indrelid "
             "join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] "
             "where i.indisprimary and c.relnamespace = 'annals'::regnamespace and a.attname <> 'dataset_id' "
             "and c.relname not in ('service_key', 'dataset', 'dataset_past', 'migration', 'secret', "
             "'idempotency')"),
      0);
}

TEST(Schema, AFailedTransactionLeavesNothing) {
  test::TestDatabase database;
  EXPECT_THROW(
      database.pool().in_transaction(
          Access::write,
          [](db::Transaction& transaction) {
            transaction.run(
                "insert into dataset (key, title, visibility, version, created_at, since, change_id) "
                "values ('d', 'D', 'public', 1, now(), now(), 1)");
            throw Error(Problem::invalid_input, "refused");
          }),
      Error);
  EXPECT_EQ(number(database.pool(), "select count(*) from dataset"), 0);
}

}  // namespace
}  // namespace annals
