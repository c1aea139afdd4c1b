#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

/// Which snapshot of which saved timeline, and what a list tells of it.
struct SnapshotHead {
  std::string timeline;  ///< its key
  int number = 0;
  std::string title;
  int entries = 0;
};

struct Snapshot {
  int number = 0;
  std::string created_at;  ///< when it came into its dataset
  std::string sha256;      ///< of its bytes, hexadecimal
  std::string title;
  int entries = 0;
  std::int64_t bytes = 0;
};

/// A dataset's bundle holds a thousand files and 2 GiB unpacked; its snapshots leave room for the rest.
inline constexpr int snapshots_max = 500;
inline constexpr std::int64_t snapshots_bytes_max = std::int64_t{1} << 30;
inline constexpr std::size_t snapshot_bytes_max = std::size_t{16} << 20;
inline constexpr int snapshot_number_max = 999'999;

constexpr std::string_view snapshots_folder = "snapshots/";

/// Its file in a bundle: "snapshots/<timeline>/<number>.json".
[[nodiscard]] std::string snapshot_path(std::string const& timeline, int number);
/// Timeline and number of such a path; nothing of any other.
[[nodiscard]] std::optional<SnapshotHead> snapshot_at(std::string_view path);

}  // namespace annals
