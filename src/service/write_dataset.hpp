#pragma once

#include "db/change_store.hpp"
#include "service/precondition.hpp"
#include "wire/json_body.hpp"

namespace annals::service {

struct WrittenDataset {
  Dataset dataset;
  bool created;
};

/// PUT (`is_patch` false) or PATCH of a dataset. Throws Error: `not_found`, the preconditions', faults of the
/// body.
[[nodiscard]] WrittenDataset write_dataset(db::Transaction& transaction, std::string const& key,
                                           bool is_patch, wire::JsonBody const& body,
                                           Precondition const& precondition, db::Author const& author);

/// With everything in it where `cascade` is set; else Error(in_use) where it holds anything.
void delete_dataset(db::Transaction& transaction, std::string const& key, bool cascade,
                    Precondition const& precondition, db::Author const& author);

}  // namespace annals::service
