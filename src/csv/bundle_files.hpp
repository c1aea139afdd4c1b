#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace annals::csv {

/// A bundle: a folder or a zip with the files of contract section 6, read as a stream. At most 2 GiB unpacked
/// and 200 bytes out of one. Throws Error: `not_found`, `bad_zip`, `too_large_unpacked`.
class BundleFiles {
 public:
  explicit BundleFiles(std::filesystem::path const& path);
  ~BundleFiles();
  BundleFiles(BundleFiles&&) = delete;

  /// The names of all files in it, sorted, with `/` behind a folder's. In a zip that holds one folder with
  /// all the rest in it, without that folder.
  [[nodiscard]] std::vector<std::string> names() const;
  [[nodiscard]] bool has(std::string const& name) const;
  /// How long a file is, as the zip says it; 0 where it is not there.
  [[nodiscard]] std::uint64_t bytes(std::string const& name) const;
  /// Gives the file's bytes to `sink` in pieces.
  void read(std::string const& name, std::function<void(std::string_view)> const& sink);
  /// A small file as a whole; throws Error(too_large) over `bytes_max`.
  [[nodiscard]] std::string whole(std::string const& name, std::size_t bytes_max);

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace annals::csv
