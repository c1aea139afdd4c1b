#include "db/copy.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <utility>

#include "db/sql_error.hpp"

namespace annals::db {
namespace {

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

Result next_result(PGconn* connection) { return {PQgetResult(connection), &PQclear}; }

[[noreturn]] void fail(PGconn* connection, PGresult const* result) {
  char const* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  throw error_of(state ? state : "08006", PQerrorMessage(connection));
}

}  // namespace

void CopyRows::separate() {
  if (row_begun_) text_ += '\t';
  row_begun_ = true;
}

CopyRows& CopyRows::operator<<(std::string_view value) {
  separate();
  auto const letter_of = [](char c) {
    return c == '\\' ? '\\' : c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : '\0';
  };
  while (true) {
    auto const special = std::find_if(value.begin(), value.end(), letter_of);
    text_.append(value.begin(), special);
    if (special == value.end()) return *this;
    (text_ += '\\') += letter_of(*special);
    value.remove_prefix(static_cast<std::size_t>(special - value.begin()) + 1);
  }
}

CopyRows& CopyRows::operator<<(std::nullopt_t) {
  separate();
  text_ += "\\N";
  return *this;
}

void CopyRows::end_row() {
  text_ += '\n';
  row_begun_ = false;
}

CopyIn::CopyIn(PGconn* connection, std::string const& sql) : connection_(connection) {
  Result const result(PQexec(connection_, sql.c_str()), &PQclear);
  if (PQresultStatus(result.get()) != PGRES_COPY_IN) fail(std::exchange(connection_, nullptr), result.get());
}

CopyIn::CopyIn(CopyIn&& other) noexcept : connection_(std::exchange(other.connection_, nullptr)) {}

CopyIn::~CopyIn() {
  if (!connection_) return;
  PQputCopyEnd(connection_, "abandoned");
  while (next_result(connection_)) {
  }
}

void CopyIn::send(CopyRows& rows) {
  auto const text = rows.text();
  if (!text.empty() && PQputCopyData(connection_, text.data(), static_cast<int>(text.size())) != 1)
    fail(std::exchange(connection_, nullptr), nullptr);
  rows.clear();
}

std::int64_t CopyIn::finish() {
  auto* const connection = std::exchange(connection_, nullptr);
  if (PQputCopyEnd(connection, nullptr) != 1) fail(connection, nullptr);
  auto const result = next_result(connection);
  bool const ok = PQresultStatus(result.get()) == PGRES_COMMAND_OK;
  std::int64_t rows = 0;
  std::string_view const count = ok ? PQcmdTuples(result.get()) : "";
  std::from_chars(count.data(), count.data() + count.size(), rows);
  while (next_result(connection)) {
  }
  if (!ok) fail(connection, result.get());
  return rows;
}

}  // namespace annals::db
