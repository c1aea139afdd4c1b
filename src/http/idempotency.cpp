#include "http/idempotency.hpp"

#include <algorithm>

#include "base/sha256.hpp"
#include "db/idempotency_store.hpp"

namespace annals::http {
namespace {

constexpr std::size_t key_bytes_max = 255;

void refuse_malformed(std::string const& key) {
  bool const plain = std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7F; });
  if (plain && !key.empty() && key.size() <= key_bytes_max) return;
  throw Error(Problem::bad_head, "Idempotency-Key must be 1 to 255 visible ASCII characters");
}

std::optional<std::string> header_of(Response const& response, std::string_view name) {
  for (auto const& [each, value] : response.headers) {
    if (each == name) return value;
  }
  return std::nullopt;
}

Response response_of(db::KeptAnswer const& kept) {
  Response response;
  response.status = kept.status;
  response.body = kept.body;
  if (kept.location) response.headers.emplace_back("Location", *kept.location);
  if (kept.etag) response.headers.emplace_back("ETag", *kept.etag);
  return response;
}

}  // namespace

Response once(Call& call, std::string const& body, std::function<Response(db::Transaction&)> const& work) {
  auto const& key = call.request.idempotency_key;
  if (key) refuse_malformed(*key);
  auto const sha256 = sha256_hex(call.request.target + '\n' + body);
  Response response;
  call.pool.in_transaction(db::Access::write, call.view, [&](db::Transaction& transaction) {
    if (!key) {
      response = work(transaction);
      return;
    }
    auto const holder = call.principal.key_id;
    if (!db::claim_request(transaction, holder, *key))
      throw Error(Problem::in_progress, "a request with this Idempotency-Key is being answered");
    if (auto const kept = db::find_answer(transaction, holder, *key)) {
      if (kept->request_sha256 != sha256)
        throw Error(Problem::key_reused, "this Idempotency-Key was used for another path or body");
      response = response_of(*kept);
      return;
    }
    response = work(transaction);
    db::keep_answer(transaction, holder, *key,
                    {sha256, response.status, header_of(response, "Location"), header_of(response, "ETag"),
                     response.body});
  });
  return response;
}

}  // namespace annals::http
