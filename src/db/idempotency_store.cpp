#include "db/idempotency_store.hpp"

#include "sql_queries.hpp"

namespace annals::db {

bool claim_request(Transaction& transaction, int key_id, std::string const& key) {
  return transaction.run(sql::write_idempotency_lock, {{"key_id", key_id}, {"key", key}})[0].boolean("free");
}

std::optional<KeptAnswer> find_answer(Transaction& transaction, int key_id, std::string const& key) {
  auto const rows = transaction.run(sql::write_idempotency_find, {{"key_id", key_id}, {"key", key}});
  if (rows.empty()) return std::nullopt;
  auto const row = rows[0];
  return KeptAnswer{std::string(row.text("sha256")), row.small("status"), row.optional_text("location"),
                    row.optional_text("etag"), std::string(row.text("body"))};
}

void keep_answer(Transaction& transaction, int key_id, std::string const& key, KeptAnswer const& answer) {
  transaction.run(sql::write_idempotency_keep, {{"key_id", key_id},
                                                {"key", key},
                                                {"sha256", answer.request_sha256},
                                                {"status", answer.status},
                                                {"location", answer.location},
                                                {"etag", answer.etag},
                                                {"body", answer.body}});
}

}  // namespace annals::db
