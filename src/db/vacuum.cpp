#include "db/vacuum.hpp"

#include <pqxx/pqxx>

#include "db/pqxx_connection.hpp"
#include "db/sql_error.hpp"
#include "sql_instance.hpp"

namespace annals::db {

void vacuum(std::string const& owner_conninfo) {
  guarded([&] {
    PqxxConnection connection(owner_conninfo);
    pqxx::nontransaction(*connection).exec(std::string(instance_sql::vacuum.text));
  });
}

}  // namespace annals::db
