#include "db/copy.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <utility>

#include "db/sql_error.hpp"

namespace annals::db {
namespace {

constexpr std::size_t block_bytes = 65536;

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

Result next_result(PGconn* connection) { return {PQgetResult(connection), &PQclear}; }

[[noreturn]] void fail(PGconn* connection, PGresult const* result) {
  char const* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  throw error_of(state ? state : "08006", PQerrorMessage(connection));
}

}  // namespace

CopyIn::CopyIn(PGconn* connection, std::string const& sql) : connection_(connection) {
  Result const result(PQexec(connection_, sql.c_str()), &PQclear);
  if (PQresultStatus(result.get()) != PGRES_COPY_IN) fail(std::exchange(connection_, nullptr), result.get());
  buffer_.reserve(block_bytes + 4096);
}

CopyIn::CopyIn(CopyIn&& other) noexcept
    : connection_(std::exchange(other.connection_, nullptr)),
      buffer_(std::move(other.buffer_)),
      row_begun_(other.row_begun_) {}

CopyIn::~CopyIn() {
  if (!connection_) return;
  PQputCopyEnd(connection_, "abandoned");
  while (next_result(connection_)) {
  }
}

void CopyIn::separate() {
  if (row_begun_) buffer_ += '\t';
  row_begun_ = true;
}

CopyIn& CopyIn::operator<<(std::string_view value) {
  separate();
  auto const letter_of = [](char c) {
    return c == '\\' ? '\\' : c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : '\0';
  };
  while (true) {
    auto const special = std::find_if(value.begin(), value.end(), letter_of);
    buffer_.append(value.begin(), special);
    if (special == value.end()) return *this;
    (buffer_ += '\\') += letter_of(*special);
    value.remove_prefix(static_cast<std::size_t>(special - value.begin()) + 1);
  }
}

CopyIn& CopyIn::operator<<(std::nullopt_t) {
  separate();
  buffer_ += "\\N";
  return *this;
}

void CopyIn::end_row() {
  buffer_ += '\n';
  row_begun_ = false;
  if (buffer_.size() >= block_bytes) send();
}

void CopyIn::send() {
  if (PQputCopyData(connection_, buffer_.data(), static_cast<int>(buffer_.size())) != 1) {
    fail(std::exchange(connection_, nullptr), nullptr);
  }
  buffer_.clear();
}

std::int64_t CopyIn::finish() {
  if (!buffer_.empty()) send();
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
