#include "db/migrate.hpp"

#include <chrono>
#include <pqxx/pqxx>
#include <thread>

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "db/pqxx_connection.hpp"
#include "db/sql_error.hpp"
#include "sql_instance.hpp"
#include "sql_migrations.hpp"

namespace annals::db {
namespace {

// Any number that other programs are unlikely to take for their advisory locks.
constexpr char lock_sql[] = "select pg_try_advisory_lock(7244961013)";

using Files = std::span<Statement const* const>;

constexpr char extension_sql[] = "select from pg_available_extensions where name = 'pg_trgm'";

void execute(pqxx::connection_base& connection, std::string_view sql) {
  pqxx::work work(connection);
  work.exec(std::string(sql));
  work.commit();
}

// Polls: a lock that blocks would deadlock with an index that is built concurrently.
void wait_for_lock(pqxx::connection_base& connection) {
  for (int tries = 0; tries < 600; ++tries) {
    pqxx::nontransaction session(connection);
    if (session.exec1(lock_sql)[0].as<bool>()) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  throw Error(Problem::busy, "another program has been migrating this database for a minute");
}

// Said here in one sentence: the statement that fails would say it in the database's own words.
void check_server(pqxx::connection_base& connection) {
  pqxx::nontransaction session(connection);
  if (connection.server_version() < 150000)
    throw Error(Problem::database_unavailable, "the database must be PostgreSQL 15 or newer");
  if (session.exec(extension_sql).empty()) {
    throw Error(Problem::database_unavailable,
                "the database lacks the extension pg_trgm; install PostgreSQL's contrib modules");
  }
}

std::string hash(Statement const& migration) { return sha256_hex(migration.text); }

// Files are numbered from 0001 without gaps, and listed in that order.
int number_of(std::size_t index) { return static_cast<int>(index) + 1; }

void check_applied(pqxx::result const& applied, Files files) {
  if (applied.size() > files.size()) {
    throw Error(Problem::internal, "the database was migrated by a newer version of this program");
  }
  for (auto const& row : applied) {
    auto const& file = *files[row.num()];
    if (row["number"].as<int>() != number_of(row.num()) || row["sha256"].as<std::string>() != hash(file)) {
      throw Error(Problem::internal, "the migration " + row["name"].as<std::string>() +
                                         " was changed after it had been applied to this database");
    }
  }
}

void apply(pqxx::connection_base& connection, Statement const& file, std::size_t index) {
  pqxx::work work(connection);
  work.exec(std::string(file.text));
  work.exec_params("insert into migration (number, name, sha256) values ($1, $2, $3)", number_of(index),
                   std::string(file.name), hash(file));
  work.commit();
}

}  // namespace

void create_database(std::string const& conninfo, std::string const& name, std::string const& like) {
  guarded([&] {
    PqxxConnection connection(conninfo);
    pqxx::nontransaction session(*connection);
    if (!session.exec_params("select from pg_database where datname = $1", name).empty()) return;
    session.exec("create database " + session.quote_name(name) + " template " + session.quote_name(like));
  });
}

void prepare_database(std::string const& admin_conninfo) {
  guarded([&] {
    PqxxConnection connection(admin_conninfo);
    execute(*connection, instance_sql::roles.text);
  });
}

int migrate(std::string const& owner_conninfo) { return migrate(owner_conninfo, migrations::all); }

int migrate(std::string const& owner_conninfo, Files files) {
  int applied_now = 0;
  guarded([&] {
    PqxxConnection lock(owner_conninfo);  // the lock ends with its connection
    wait_for_lock(*lock);
    PqxxConnection connection(owner_conninfo);
    check_server(*connection);
    execute(*connection, instance_sql::grants.text);
    pqxx::result applied;
    {
      pqxx::work work(*connection);
      applied = work.exec("select number, name, sha256 from migration order by number");
    }
    check_applied(applied, files);
    for (std::size_t i = applied.size(); i < files.size(); ++i, ++applied_now)
      apply(*connection, *files[i], i);
  });
  return applied_now;
}

}  // namespace annals::db
