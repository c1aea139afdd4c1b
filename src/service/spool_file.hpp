#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/sha256.hpp"

namespace annals::service {

/// A file that arrives, for its owner's eyes alone; it goes with the object. Throws Error(storage_full).
class SpoolFile {
 public:
  /// A new file in the folder.
  explicit SpoolFile(std::filesystem::path const& folder);
  ~SpoolFile();
  SpoolFile(SpoolFile&&) = delete;

  void write(std::string_view bytes);
  /// Nothing more comes.
  void close();
  [[nodiscard]] std::filesystem::path const& path() const { return path_; }
  [[nodiscard]] std::int64_t bytes() const { return bytes_; }
  /// Hexadecimal; once.
  [[nodiscard]] std::string sha256() { return sha256_.hex(); }

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
  std::int64_t bytes_ = 0;
  Sha256 sha256_;
};

}  // namespace annals::service
