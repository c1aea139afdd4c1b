#include "db/connection.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <list>
#include <stdexcept>
#include <unordered_map>

#include "db/copy.hpp"
#include "db/pqxx_connection.hpp"
#include "db/sql_error.hpp"

namespace annals::db {
namespace {

// Composed statements are few by kind but many by combination: the least used make room.
constexpr std::size_t prepared_max = 300;

}  // namespace

struct Connection::Content {
  struct Prepared {
    std::string name;
    std::vector<std::string> parameters;
  };

  explicit Content(std::string const& conninfo) : handle(conninfo) {}

  /// The prepared form of `sql` under `view`, made on first use.
  Prepared const& prepare(std::string_view sql, View const& view);

  PqxxConnection handle;

 private:
  struct Entry {
    std::string key;
    Prepared prepared;
  };
  std::list<Entry> recent_;  // most recently used first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_text_;
  std::size_t made_ = 0;
};

auto Connection::Content::prepare(std::string_view sql, View const& view) -> Prepared const& {
  std::string key = view.kind().append(sql);
  if (auto const found = by_text_.find(key); found != by_text_.end()) {
    recent_.splice(recent_.begin(), recent_, found->second);
    return found->second->prepared;
  }
  if (recent_.size() == prepared_max) {
    handle->unprepare(recent_.back().prepared.name);
    by_text_.erase(recent_.back().key);
    recent_.pop_back();
  }
  auto expanded = expand(sql, view);
  std::string name = "s" + std::to_string(made_++);
  handle->prepare(name, expanded.text);
  handle->prepare_now(name);
  recent_.push_front({std::move(key), {std::move(name), std::move(expanded.parameters)}});
  by_text_.emplace(recent_.front().key, recent_.begin());
  return recent_.front().prepared;
}

Connection::Connection(std::string const& conninfo) {
  guarded([&] { content_ = std::make_unique<Content>(conninfo); });
}
Connection::~Connection() = default;

bool Connection::is_usable() const { return content_->handle.is_usable(); }
void Connection::cancel() { content_->handle.cancel(); }
void Connection::check(Statement const& statement) {
  guarded([&] { content_->prepare(statement.text, View{}); });
}

struct Transaction::Content {
  std::unique_ptr<pqxx::dbtransaction> handle;
};

Transaction::Transaction(Connection& connection, Access access, View view)
    : connection_(connection), view_(std::move(view)), content_(std::make_unique<Content>()) {
  using Read = pqxx::transaction<pqxx::repeatable_read, pqxx::read_only>;
  using Write = pqxx::transaction<pqxx::read_committed, pqxx::read_write>;
  guarded([&] {
    auto& handle = *connection_.content_->handle;
    if (access == Access::read) {
      content_->handle = std::make_unique<Read>(handle);
    } else {
      content_->handle = std::make_unique<Write>(handle);
    }
  });
}
Transaction::~Transaction() = default;

Rows Transaction::run(Statement const& statement, Params const& params) {
  return run(statement.text, params);
}

Rows Transaction::run(std::string_view sql, Params const& params) {
  std::optional<Rows> rows;
  guarded([&] {
    auto const& prepared = connection_.content_->prepare(sql, view_);
    std::vector<std::optional<std::string>> values;
    for (auto const& name : prepared.parameters) {
      if (name == "as_of") {
        values.push_back(view_.as_of);
        continue;
      }
      auto const given =
          std::find_if(params.begin(), params.end(), [&](Param const& p) { return p.name == name; });
      if (given == params.end()) throw std::logic_error("no value for the parameter " + name);
      values.push_back(given->value);
    }
    rows.emplace(content_->handle->exec_prepared(prepared.name, pqxx::prepare::make_dynamic_params(values)));
  });
  return *rows;
}

void Transaction::run_script(Statement const& statement) {
  guarded([&] { content_->handle->exec(std::string(statement.text)); });
}

CopyIn Transaction::copy_in(std::string const& sql) {
  return CopyIn(connection_.content_->handle.raw(), sql);
}

void Transaction::commit() {
  guarded([&] { content_->handle->commit(); });
}

}  // namespace annals::db
