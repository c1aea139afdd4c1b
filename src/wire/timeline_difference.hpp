#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wire/json_writer.hpp"
#include "wire/timeline_parts.hpp"

namespace annals::wire {

/// A value of a timeline that is another now. From and to are JSON, "null" for nothing.
struct FieldChange {
  std::string field;  ///< "date", "quantities.troops", "disputes.status", "asserted.date"
  std::string from;
  std::string to;
};

/// An entry, span or source by its name, with what tells a reader which one it is.
struct NamedItem {
  std::string dataset;
  std::string key;
  std::string title;                ///< of a source its citation; of a span the key
  std::optional<std::string> date;  ///< of an entry, EDTF
};

struct ClaimItem {
  std::string key;
  std::string source;
  std::string stance;
  std::optional<std::string> gist;
};

struct ClaimChange {
  std::string key;
  std::vector<FieldChange> changes;
};

struct EntryChange {
  NamedItem entry;  ///< as it is now
  std::vector<FieldChange> changes;
  std::vector<ClaimItem> claims_added;
  std::vector<ClaimItem> claims_dropped;
  std::vector<ClaimChange> claims_changed;

  [[nodiscard]] bool empty() const {
    return changes.empty() && claims_added.empty() && claims_dropped.empty() && claims_changed.empty();
  }
};

struct PartChange {
  NamedItem part;
  std::vector<FieldChange> changes;
};

/// Spans or sources.
struct PartsDifference {
  std::vector<NamedItem> added;
  std::vector<NamedItem> dropped;
  std::vector<PartChange> changed;
};

/// One of the two timelines that are compared.
struct DifferenceSide {
  std::optional<int> snapshot;  ///< its number
  std::optional<std::string> sha256;
  std::optional<std::string> known_by;
  std::string as_of;
};

/// In what a timeline differs from another. What follows from the neighbours alone (footnotes' numbers,
/// whether an entry certainly comes after the one before) and versions are no differences.
struct TimelineDifference {
  std::string title;
  std::string language;  ///< of the later
  DifferenceSide from;
  DifferenceSide to;
  std::vector<FieldChange> head;
  std::vector<NamedItem> entries_added;    ///< in the order of the later
  std::vector<NamedItem> entries_dropped;  ///< in the order of the earlier
  std::vector<EntryChange> entries_changed;
  std::vector<NamedItem> entries_moved;  ///< the fewest that have to change places
  PartsDifference spans;
  PartsDifference sources;

  [[nodiscard]] bool empty() const;
};

/// Compares by dataset and key.
[[nodiscard]] TimelineDifference compare(TimelineParts const& from, TimelineParts const& to);

void write(JsonWriter& json, TimelineDifference const& difference);

}  // namespace annals::wire
