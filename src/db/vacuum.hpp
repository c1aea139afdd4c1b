#pragma once

#include <string>

namespace annals::db {

/// Tidies the tables of content as their owner (sql/instance/vacuum.sql); what another holds is left out.
/// Throws DatabaseError.
void vacuum(std::string const& owner_conninfo);

}  // namespace annals::db
