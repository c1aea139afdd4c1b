#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "csv/bundle_writer.hpp"
#include "csv/list_input.hpp"

namespace annals::csv {

/// A folder with the lists of one test.
class Lists {
 public:
  std::filesystem::path add(std::string const& name, std::string_view bytes) {
    std::ofstream(folder_.path() / name, std::ios::binary) << bytes;
    return folder_.path() / name;
  }
  /// A zip of some of them.
  std::filesystem::path zip(std::vector<std::string> const& names) {
    write_zip(folder_.path(), names, folder_.path() / "lists.zip");
    return folder_.path() / "lists.zip";
  }

 private:
  TemporaryFolder folder_;
};

inline std::vector<Record> rows_in(std::filesystem::path const& path, ListOptions const& options = {}) {
  std::vector<Record> all;
  ListInput(path, options).read([&](Record&& record) { all.push_back(std::move(record)); });
  return all;
}

inline std::vector<Record> rows_of(std::string_view bytes, ListOptions const& options = {}) {
  Lists lists;
  return rows_in(lists.add("list.csv", bytes), options);
}

/// What it fails with.
template <class Work>
std::optional<Problem> problem_of(Work work) {
  try {
    work();
  } catch (Error const& error) {
    return error.problem();
  }
  return std::nullopt;
}

using Table = std::vector<std::vector<std::string>>;

inline Table table_of(std::vector<Record> const& records) {
  Table all;
  for (auto const& record : records) all.push_back(record.cells);
  return all;
}

inline Table table_of(std::string_view bytes, ListOptions const& options = {}) {
  return table_of(rows_of(bytes, options));
}

}  // namespace annals::csv
