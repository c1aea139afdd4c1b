#pragma once

#include <span>
#include <string>

#include "db/statement.hpp"

namespace annals::db {

/// Creates an empty database, or a copy of `like`, as the administrator of `conninfo`; one that is there
/// stays as it is. `name` is ours, `[a-z0-9_]+`. Throws DatabaseError.
void create_database(std::string const& conninfo, std::string const& name,
                     std::string const& like = "template1");

/// Creates roles and schema as the user of `admin_conninfo` (sql/instance/roles.sql). Running it again
/// changes nothing. Throws DatabaseError; Error(forbidden) where that user may not create roles.
void prepare_database(std::string const& admin_conninfo);

/// Brings the schema up to date as its owner, each file of sql/migrations in a transaction of its own, in
/// order, under an advisory lock for which it waits up to a minute. Returns how many were applied. Throws
/// Error(internal) where an applied file was changed since (by SHA-256) or the database is newer than this
/// program.
int migrate(std::string const& owner_conninfo);
/// The same by other files than this program's: all that came before and what a later one adds.
int migrate(std::string const& owner_conninfo, std::span<Statement const* const> files);

}  // namespace annals::db
