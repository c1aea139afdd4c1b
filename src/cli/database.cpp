#include "cli/database.hpp"

#include <fstream>

#include "base/error.hpp"
#include "db/migrate.hpp"
#include "wire/query_text.hpp"

namespace annals::cli {
namespace {

constexpr char const* database_name = "annals";

std::string with(std::string const& url, std::string const& parameters) {
  return url + (url.find('?') == std::string::npos ? '?' : '&') + parameters;
}

/// The URL of the user's own database, with the password that a file has.
std::string url_of(Options const& options) {
  if (options.password_file.empty()) return options.database;
  std::ifstream file(options.password_file);
  std::string password;
  if (!std::getline(file, password) || password.empty())
    throw Error(Problem::invalid_value, "there is no password to be read in " + options.password_file);
  return with(options.database, "password=" + wire::percent_encode(password));
}

/// The user's database, entered as one of our roles (sql/instance/roles.sql grants them to that user).
std::string as_role(std::string const& url, std::string const& role) {
  auto text =
      with(url, "application_name=annals&options=-c%20role%3D" + role + "%20-c%20search_path%3Dannals");
  if (role == "annals_read")
    text += "%20-c%20default_transaction_read_only%3Don%20-c%20statement_timeout%3D30s";
  return text;
}

}  // namespace

Database::Database(Options const& options, bool share) {
  db::DatabaseAccess access;
  if (!options.database.empty()) {
    auto const url = url_of(options);
    db::prepare_database(url);
    access = {as_role(url, "annals_owner"), as_role(url, "annals_app"), as_role(url, "annals_read")};
  } else {
    auto const& data = options.data;
    try {
      server_ = std::make_unique<stack::PrivatePostgres>(stack::PrivatePostgres::Options{data, "", true});
    } catch (Error const& error) {
      if (error.problem() != Problem::exists || !share) throw;  // another annals serves it: use that server
    }
    auto const as = [&](char const* role, char const* name) {
      return stack::private_conninfo(data, role, name);
    };
    db::create_database(as("annals_admin", "postgres"), database_name);
    db::prepare_database(as("annals_admin", database_name));
    access = {as("annals_owner", database_name), as("annals_app", database_name),
              as("annals_read", database_name)};
  }
  migrated_ = db::migrate(access.owner);
  pool_ = std::make_unique<db::Pool>(access, db::Pool::Limits{});
}

}  // namespace annals::cli
