#include "db/batch_store.hpp"

#include "base/error.hpp"
#include "db/copy.hpp"
#include "db/fields.hpp"
#include "sql_queries.hpp"

namespace annals::db {
namespace {

Params of_batch(BatchId const& id, Params more = {}) {
  more.push_back({"dataset_id", id.dataset_id});
  more.push_back({"number", id.number});
  return more;
}

std::optional<std::string> optional_timestamp(Row const& row, char const* column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.timestamp(column));
}

Batch batch_of(Row const& row) {
  return {{row.small("dataset_id"), row.small("number")},
          std::string(row.text("profile")),
          row.optional_text("file_name"),
          std::string(row.text("state")),
          row.boolean("dry_run"),
          std::string(row.text("on_error")),
          std::string(row.text("missing")),
          row.optional_text("encoding"),
          row.optional_text("delimiter"),
          row.optional_text("date_order"),
          row.optional_text("sheet"),
          {row.integer("bytes_total"), row.integer("bytes_read"), row.integer("rows_read")},
          {row.integer("inserted"), row.integer("updated"), row.integer("unchanged")},
          row.integer("rejected"),
          row.integer("warnings"),
          row.timestamp("created_at"),
          optional_timestamp(row, "started_at"),
          optional_timestamp(row, "finished_at"),
          row.optional_text("problem"),
          row.optional_text("detail"),
          row.optional_integer("change_id"),
          row.is_null("header") ? std::vector<std::string>{} : row.text_array("header"),
          row.optional_text("by")};
}

std::vector<Batch> list_batches(Transaction& transaction, std::string const& dataset,
                                std::optional<int> before, std::optional<int> number, int limit) {
  return read_all(
      transaction.run(sql::batch_list,
                      {{"key", dataset}, {"before", before}, {"number", number}, {"limit", limit}}),
      batch_of);
}

}  // namespace

BatchId create_batch(Transaction& transaction, NewBatch const& batch) {
  transaction.run(sql::write_batch_lock, {{"key", batch.dataset}});
  transaction.run(sql::write_dataset_known, {{"key", batch.dataset}});
  auto const rows = transaction.run(sql::write_batch, {{"key", batch.dataset},
                                                       {"profile", batch.profile},
                                                       {"file_name", batch.file_name},
                                                       {"file_sha256", batch.file_sha256},
                                                       {"dry_run", batch.dry_run},
                                                       {"on_error", batch.on_error},
                                                       {"missing", batch.missing},
                                                       {"encoding", batch.encoding},
                                                       {"delimiter", batch.delimiter},
                                                       {"date_order", batch.date_order},
                                                       {"sheet", batch.sheet},
                                                       {"bytes_total", batch.bytes_total},
                                                       {"key_id", batch.key_id},
                                                       {"reason", batch.reason},
                                                       {"owner", batch.owner}});
  return {rows[0].small("dataset_id"), rows[0].small("number")};
}

bool start_batch(Transaction& transaction, BatchId const& id, std::int64_t owner) {
  return !transaction.run(sql::write_batch_start, of_batch(id, {{"owner", owner}})).empty();
}

bool note_progress(Transaction& transaction, BatchId const& id, BatchProgress const& progress) {
  auto const rows =
      transaction.run(sql::write_batch_note, of_batch(id, {{"bytes_total", progress.bytes_total},
                                                           {"bytes_read", progress.bytes_read},
                                                           {"rows_read", progress.rows_read}}));
  return !rows.empty() && rows[0].boolean("stopping");
}

void end_batch(Transaction& transaction, BatchId const& id, BatchEnd const& end) {
  auto const header = end.header.empty() ? std::nullopt : std::optional(to_sql(end.header));
  auto const rows =
      transaction.run(sql::write_batch_end, of_batch(id, {{"state", end.state},
                                                          {"problem", end.problem},
                                                          {"detail", end.detail},
                                                          {"bytes_total", end.progress.bytes_total},
                                                          {"bytes_read", end.progress.bytes_read},
                                                          {"rows_read", end.progress.rows_read},
                                                          {"inserted", end.counts.inserted},
                                                          {"updated", end.counts.updated},
                                                          {"unchanged", end.counts.unchanged},
                                                          {"rejected", end.rejected},
                                                          {"warnings", end.warnings},
                                                          {"header", header},
                                                          {"change_id", end.change_id}}));
  if (rows.empty()) not_found();
}

std::optional<std::string> stop_batch(Transaction& transaction, BatchId const& id) {
  auto const rows = transaction.run(sql::write_batch_stop, of_batch(id));
  return rows.empty() ? std::nullopt : rows[0].optional_text("state");
}

void mark_undone(Transaction& transaction, BatchId const& id) {
  transaction.run(sql::write_batch_undone, of_batch(id));
}

void recover_batches(Transaction& transaction) {
  transaction.run(sql::write_batch_recover,
                  {{"problem", name(Problem::interrupted)},
                   {"detail", "the program ended before the import did; nothing was stored: send it again"}});
}

void clear_batch_rows(Transaction& transaction, BatchId const& id) {
  transaction.run(sql::write_batch_rows_clear, of_batch(id));
}

void add_batch_rows(Transaction& transaction, BatchId const& id, std::vector<BatchRow> const& rows) {
  auto copy = transaction.copy_in(
      "copy batch_row (dataset_id, number, file, line, position, severity, field, code, message, cells) "
      "from stdin");
  CopyRows all;
  for (auto const& row : rows) {
    all << id.dataset_id << id.number << row.file << row.line << row.position
        << (row.is_error ? "error" : "warning") << row.field << row.code << row.message;
    row.cells ? all << to_sql(*row.cells) : all << std::nullopt;
    all.end_row();
  }
  copy.send(all);
  copy.finish();
}

Batch read_batch(Transaction& transaction, std::string const& dataset, int number) {
  auto found = list_batches(transaction, dataset, {}, number, 1);
  if (found.empty()) not_found();
  return std::move(found.front());
}

std::vector<Batch> read_batches(Transaction& transaction, std::string const& dataset,
                                std::optional<int> before, int limit) {
  return list_batches(transaction, dataset, before, {}, limit);
}

std::int64_t count_batches(Transaction& transaction, std::string const& dataset) {
  auto const rows = transaction.run(sql::batch_count, {{"key", dataset}});
  if (rows.empty() || (rows[0].integer("count") == 0 && !rows[0].boolean("is_there"))) not_found();
  return rows[0].integer("count");
}

std::vector<BatchRow> read_batch_rows(Transaction& transaction, BatchId const& id, BatchRow const& after,
                                      int limit) {
  return read_all(transaction.run(sql::batch_rows, of_batch(id, {{"file", after.file},
                                                                 {"line", after.line},
                                                                 {"position", after.position},
                                                                 {"limit", limit}})),
                  [](Row const& row) {
                    BatchRow read{std::string(row.text("file")),
                                  row.small("line"),
                                  row.small("position"),
                                  row.text("severity") == "error",
                                  std::string(row.text("field")),
                                  std::string(row.text("code")),
                                  std::string(row.text("message")),
                                  {}};
                    if (!row.is_null("cells")) read.cells = row.text_array("cells");
                    return read;
                  });
}

std::vector<BatchRow> read_batch_faults(Transaction& transaction, BatchId const& id, int limit) {
  return read_all(transaction.run(sql::batch_faults, of_batch(id, {{"limit", limit}})), [](Row const& row) {
    return BatchRow{std::string(row.text("file")),
                    row.small("line"),
                    0,
                    true,
                    std::string(row.text("field")),
                    std::string(row.text("code")),
                    std::string(row.text("message")),
                    {}};
  });
}

}  // namespace annals::db
