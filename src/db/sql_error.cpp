#include "db/sql_error.hpp"

#include <pqxx/pqxx>

namespace annals::db {
namespace {

struct Meaning {
  std::string_view prefix;  // of the SQLSTATE
  Problem problem;
  std::string_view detail;
  bool retryable;
};

// The first match counts. PostgreSQL, appendix A.
constexpr Meaning meanings[] = {
    {"40001", Problem::busy, "others change the same things; try again", true},
    {"40P01", Problem::busy, "others change the same things; try again", true},
    {"55P03", Problem::busy, "others change the same things; try again", true},
    {"57014", Problem::query_timeout, "the query took longer than it may; ask for less", false},
    {"53100", Problem::storage_full, "the database's disk is full", false},
    {"53", Problem::database_unavailable, "the database is at its limits; try again", false},
    {"57P", Problem::database_unavailable, "the database is stopping or starting; try again", true},
    {"08", Problem::database_unavailable, "the database cannot be reached; try again", true},
    {"25006", Problem::read_only, "the database takes no changes at present", false},
    {"23505", Problem::exists, "it exists already", false},
    {"23503", Problem::in_use, "others refer to it", false},
};

}  // namespace

DatabaseError error_of(std::string const& sqlstate, std::string const& cause) {
  for (auto const& meaning : meanings) {
    if (sqlstate.starts_with(meaning.prefix)) {
      bool const lost = meaning.problem == Problem::database_unavailable && meaning.retryable;
      return {meaning.problem, std::string(meaning.detail), cause, sqlstate, meaning.retryable, lost};
    }
  }
  return {Problem::internal, "the service failed; the log has the cause under this request's id", cause,
          sqlstate, false};
}

void guarded(std::function<void()> const& work) {
  try {
    work();
  } catch (pqxx::in_doubt_error const& error) {
    throw DatabaseError(Problem::outcome_unknown,
                        "the connection was lost while the change was being stored: look first", error.what(),
                        "08007", false, true);
  } catch (pqxx::broken_connection const& error) {
    throw error_of("08006", error.what());
  } catch (pqxx::serialization_failure const& error) {  // has no sqlstate() in libpqxx 6
    throw error_of("40001", error.what());
  } catch (pqxx::deadlock_detected const& error) {
    throw error_of("40P01", error.what());
  } catch (pqxx::sql_error const& error) {
    throw error_of(error.sqlstate(), std::string(error.what()) + " in " + error.query().substr(0, 400));
  } catch (pqxx::failure const& error) {
    throw error_of("08006", error.what());
  }
}

}  // namespace annals::db
