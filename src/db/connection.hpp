#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "db/params.hpp"
#include "db/rows.hpp"
#include "db/sql_text.hpp"
#include "db/statement.hpp"

namespace annals::db {

/// Whether a transaction may change anything. Reads see one snapshot throughout (repeatable read, read only).
enum class Access { read, write };

class CopyIn;

/// A connection with its prepared statements; used by one thread at a time. Never reconnects by itself: once
/// is_usable() is false it is to be thrown away, since a new session would lack the old one's settings.
class Connection {
 public:
  /// Throws DatabaseError(database_unavailable).
  explicit Connection(std::string const& conninfo);
  ~Connection();
  Connection(Connection&&) = delete;

  [[nodiscard]] bool is_usable() const;
  /// Prepares `sql` as the default view sees it, so that a broken file is found at once and not at its first
  /// use.
  void check(Statement const& statement);
  /// Asks the server to stop what runs here now. For another thread.
  void cancel();

 private:
  friend class Transaction;
  friend class CopyIn;
  struct Content;
  std::unique_ptr<Content> content_;
};

/// One transaction. Rolled back unless commit() was called (db/pool does, and nothing else).
class Transaction {
 public:
  Transaction(Connection& connection, Access access, View view);
  ~Transaction();
  Transaction(Transaction&&) = delete;

  /// Runs a statement as the caller's view shows the tables. Parameters that it does not name are ignored;
  /// one that it names and that is not given is a std::logic_error. Throws DatabaseError.
  Rows run(Statement const& statement, Params const& params = {});
  /// The same for a text that was composed (db/event_query).
  Rows run(std::string_view sql, Params const& params = {});
  /// Runs a script of ours as it stands: without parameters, view or answer.
  void run_script(Statement const& statement);
  /// "copy stage_event (key, title) from stdin": see db/copy.hpp.
  CopyIn copy_in(std::string const& sql);

  [[nodiscard]] View const& view() const { return view_; }
  /// Looks with other eyes, or as of another instant, from the next statement on.
  void look_as(View view) { view_ = std::move(view); }
  /// Asks the server to stop what runs here now. For another thread.
  void cancel() { connection_.cancel(); }
  void commit();

 private:
  friend class CopyIn;
  struct Content;
  Connection& connection_;
  View view_;
  std::unique_ptr<Content> content_;
};

}  // namespace annals::db
