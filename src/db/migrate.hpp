#pragma once

#include <string>

namespace annals::db {

/// Creates roles and schema as the user of `admin_conninfo` (sql/instance/roles.sql). Running it again
/// changes nothing. Throws DatabaseError; Error(forbidden) where that user may not create roles.
void prepare_database(std::string const& admin_conninfo);

/// Brings the schema up to date as its owner, each file of sql/migrations in a transaction of its own, in
/// order, under an advisory lock for which it waits up to a minute. Returns how many were applied. Throws
/// Error(internal) where an applied file was changed since (by SHA-256) or the database is newer than this
/// program.
int migrate(std::string const& owner_conninfo);

}  // namespace annals::db
