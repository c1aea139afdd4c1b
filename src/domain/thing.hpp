#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "domain/vocabulary.hpp"

namespace annals {

/// How the database names a thing. Never leaves the installation: keys do.
struct ThingId {
  int dataset = 0;
  std::int64_t id = 0;

  auto operator<=>(ThingId const&) const = default;
};

/// What every thing of a dataset has. A draft (read from a file or a request) has only key, visibility, note
/// and attributes; the rest is the service's.
struct ThingHead {
  ThingId id;
  std::string dataset;  ///< the dataset's key
  std::string key;
  Visibility visibility = Visibility::public_;
  std::optional<std::string> note;
  std::optional<std::string> attributes;  ///< an object as canonical JSON; absent: none
  int version = 0;
  std::string created_at;  ///< "2026-01-31T12:00:00.123456Z"
  std::string updated_at;
};

/// A thing that another points to: its key, and its name where it was read together. `id` is unset in a
/// draft.
struct ThingLink {
  ThingId id;
  std::string key;
  std::string name;
};

}  // namespace annals
