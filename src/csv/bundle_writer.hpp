#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace annals::csv {

/// A bundle as it is written, into a folder: its files in the order of contract section 6. Throws
/// Error(storage_full).
class BundleWriter {
 public:
  /// Makes the folder where there is none.
  explicit BundleWriter(std::filesystem::path folder);

  /// What follows goes to this file; the one before is complete.
  void begin(std::string const& name);
  void write(std::string_view bytes);
  void finish();
  /// The names of all files, in their order.
  [[nodiscard]] std::vector<std::string> const& names() const { return names_; }

 private:
  std::filesystem::path folder_;
  std::ofstream file_;
  std::vector<std::string> names_;
};

/// The files of a folder as a zip that is the same for the same files: in this order, times 1980-01-01,
/// deflated, no extra fields. Throws Error(storage_full).
void write_zip(std::filesystem::path const& folder, std::vector<std::string> const& names,
               std::filesystem::path const& zip);

/// A folder of its own for as long as it lives.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(TemporaryFolder&&) = delete;
  [[nodiscard]] std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace annals::csv
