#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "support/editor.hpp"

namespace annals::test {

/// A client that keeps a copy of a dataset by its changes alone.
class Follower {
 public:
  Follower(Editor& editor, std::string const& dataset)
      : editor_(editor), next_("/v1/datasets/" + dataset + "/changes?limit=7") {}

  /// Reads what is new.
  void catch_up() {
    for (;;) {
      auto const page = editor_.json(next_);
      next_ = page["next"];
      if (page["items"].empty()) return;
      for (auto const& item : page["items"]) take(item);
    }
  }

  /// (collection, key) to the thing, with the relations of an event.
  using Copy = std::map<std::pair<std::string, std::string>, nlohmann::json>;
  [[nodiscard]] Copy const& copy() const { return copy_; }
  /// Every change that it was told of, in their order.
  [[nodiscard]] std::vector<nlohmann::json> const& changes() const { return changes_; }

 private:
  void take(nlohmann::json const& item) {
    changes_.push_back(item);
    std::pair<std::string, std::string> const name{item["collection"], item["key"]};
    if (item["deleted"]) {
      copy_.erase(name);
      return;
    }
    auto thing = item["thing"];
    if (item.contains("relations")) thing["relations"] = item["relations"];
    copy_[name] = std::move(thing);
  }

  Editor& editor_;
  std::string next_;
  Copy copy_;
  std::vector<nlohmann::json> changes_;
};

}  // namespace annals::test
