#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "domain/field_reader.hpp"
#include "domain/thing.hpp"

namespace annals::service {

/// A thing of any kind, as its JSON.
struct ThingText {
  ThingHead head;
  std::string json;
};

/// The things of `ids` that the caller sees, in that order, at most 1,000.
[[nodiscard]] std::vector<ThingText> read_texts(db::Transaction& transaction, ThingKind kind,
                                                std::vector<ThingId> const& ids);

/// What is written of a thing (db/thing_columns): of one that is there, and of a draft.
[[nodiscard]] std::optional<db::Params> read_columns(db::Transaction& transaction, ThingKind kind,
                                                     ThingId id);
[[nodiscard]] db::Params draft_columns(ThingKind kind, FieldReader& fields);

/// The members of its JSON that may be written: the columns of its file, `lat` and `lon` as `point`.
[[nodiscard]] std::span<std::string_view const> written_members(ThingKind kind);

/// The columns of its file.
[[nodiscard]] std::vector<std::string> csv_columns(ThingKind kind);

}  // namespace annals::service
