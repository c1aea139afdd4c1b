#pragma once

#include <array>
#include <string>
#include <unordered_set>

#include "db/copy.hpp"
#include "lists/list_row.hpp"

namespace annals::service {

/// What the rows of a list become, as it is copied into the staging tables.
class StagedRows {
 public:
  enum Stage { actor, place, source, event, claim };
  static constexpr std::array stages{"actor", "place", "source", "event", "claim"};

  [[nodiscard]] db::CopyRows& of(Stage stage) { return rows_[stage]; }
  [[nodiscard]] std::size_t bytes() const;
  void append(StagedRows const& more);

 private:
  std::array<db::CopyRows, stages.size()> rows_;
};

/// The columns of a stage, in order, with commas between.
[[nodiscard]] std::string staged_columns_of(StagedRows::Stage stage);

/// Stages row after row, on a thread of its own. What many rows name is staged once, as long as it is
/// remembered; the rest ImportStore::find_named() puts together.
class RowStager {
 public:
  /// What has no line of its own gets `first`, `first` + `step` and so on.
  RowStager(int first, int step) : next_(first), step_(step) {}

  void add(lists::ListRow const& row, int line, StagedRows& to);

 private:
  template <class Thing>
  void add_named(Thing const& thing, char kind, db::CopyRows& to);
  [[nodiscard]] int take_number();

  int next_;
  int step_;
  std::unordered_set<std::string> named_;
};

}  // namespace annals::service
