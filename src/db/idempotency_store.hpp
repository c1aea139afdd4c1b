#pragma once

#include <optional>
#include <string>

#include "db/connection.hpp"

namespace annals::db {

/// The answer that a request got.
struct KeptAnswer {
  std::string request_sha256;  ///< hexadecimal
  int status;
  std::optional<std::string> location;
  std::optional<std::string> etag;
  std::string body;
};

/// False where another transaction answers the same request at this moment.
[[nodiscard]] bool claim_request(Transaction& transaction, int key_id, std::string const& key);
[[nodiscard]] std::optional<KeptAnswer> find_answer(Transaction& transaction, int key_id,
                                                    std::string const& key);
/// For a week.
void keep_answer(Transaction& transaction, int key_id, std::string const& key, KeptAnswer const& answer);

}  // namespace annals::db
