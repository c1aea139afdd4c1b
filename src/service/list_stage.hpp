#pragma once

#include <future>
#include <map>
#include <string>
#include <unordered_set>

#include "db/import_store.hpp"
#include "lists/list_row.hpp"
#include "service/stage_thing.hpp"

namespace annals::service {

/// Stages what the rows of a list become. A few megabytes are loaded while the next are read. What many rows
/// name is staged once, as long as that is remembered; the rest ImportStore::find_named() puts together.
class ListStage {
 public:
  explicit ListStage(db::ImportStore& store) : store_(store) {}

  void add(lists::ListRow const& row, int line);
  /// All that was added is staged then. Throws DatabaseError.
  void finish();

 private:
  struct Waiting {
    std::string columns;
    db::CopyRows rows;
  };
  using Stages = std::map<std::string, Waiting>;

  template <class Thing>
  void write(std::string const& stage, Thing const& thing, int line);
  /// Whether this is the first time, as far as is remembered.
  [[nodiscard]] bool is_new(std::string const& key);
  void load();

  db::ImportStore& store_;
  Stages waiting_;
  std::size_t waiting_bytes_ = 0;
  Stages loading_;
  std::future<void> loaded_;
  std::unordered_set<std::string> named_;
  int next_ = 0;  // of things that have no line of their own
};

}  // namespace annals::service
