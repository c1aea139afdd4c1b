#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "db/connection.hpp"
#include "support/editor.hpp"

namespace annals::test {

/// The bytes of a zip of these files, by name.
[[nodiscard]] std::string zip_of(std::map<std::string, std::string> const& files);
/// Those of a folder of bundles.
[[nodiscard]] std::string zip_of_folder(std::string const& folder);

/// A client that sends files and waits for what becomes of them.
class ImportingEditor : public Editor {
 public:
  using Editor::Editor;

  [[nodiscard]] http::Response post(std::string const& dataset, std::string const& file, Options options,
                                    std::string const& query = "");
  [[nodiscard]] http::Response post(std::string const& dataset, std::string const& file) {
    return post(dataset, file, Options{});
  }
  /// Posts it, and its batch when it has ended.
  nlohmann::json import(std::string const& dataset, std::string const& file, std::string const& query = "");
  [[nodiscard]] nlohmann::json batch(std::string const& dataset, int number);
  /// Once it is in none of the states.
  [[nodiscard]] nlohmann::json batch_past(std::string const& dataset, int number,
                                          std::set<std::string> const& states = {"queued", "running"});
};

/// Holds a dataset as a change does, for as long as it lives: imports of it wait.
class HeldDataset {
 public:
  HeldDataset(TestDatabase& database, std::string const& dataset);

 private:
  db::Connection connection_;
  db::Transaction transaction_;
};

}  // namespace annals::test
