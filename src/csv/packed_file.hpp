#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace annals::csv {

/// By its first bytes. Throws Error(not_found).
[[nodiscard]] bool is_zip_file(std::filesystem::path const& path);

/// A file, read as what was packed into it: a gzip, a zip with a list in it, or nothing; its first bytes
/// tell. At most 2 GiB, and over 1 MiB 200 bytes out of one.
class PackedFile {
 public:
  using Sink = std::function<void(std::string_view)>;
  /// `entry` is the one of a zip to read; empty: its only .csv or .tsv. Throws Error(not_found).
  PackedFile(std::filesystem::path path, std::string entry);

  /// Gives all bytes to `sink`, in pieces. Throws Error: `bad_gzip`, `bad_zip`, `too_large_unpacked`, and
  /// `invalid_parameter` of `entry` where it names none or would have to.
  void read(Sink const& sink);

  /// How much of the file is read; another thread may ask.
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }
  [[nodiscard]] std::uint64_t bytes_total() const { return bytes_total_; }

 private:
  void read_bytes(Sink const& sink);
  void read_gzip(Sink const& sink);
  void read_zip(Sink const& sink);
  void give(Sink const& sink, std::string_view unpacked);

  std::filesystem::path path_;
  std::string entry_;
  std::uint64_t bytes_total_;
  std::uint64_t unpacked_ = 0;
  std::atomic<std::uint64_t> bytes_read_ = 0;
};

}  // namespace annals::csv
