#include "csv/packed_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "csv/bundle_files.hpp"
#include "csv/gunzip.hpp"
#include "csv/unpack_limits.hpp"

namespace annals::csv {
namespace {

constexpr std::size_t names_shown_max = 10;

std::ifstream open_to_read(std::filesystem::path const& path) {
  std::ifstream file;
  // A pipe would be waited for.
  if (std::filesystem::is_regular_file(path)) file.open(path, std::ios::binary);
  if (!file.is_open())
    throw Error(Problem::not_found, "cannot read " + quote_for_message(path.filename().string()));
  return file;
}

std::string first_bytes(std::filesystem::path const& path) {
  auto file = open_to_read(path);
  std::string bytes(4, '\0');
  file.read(bytes.data(), 4);
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

bool is_gzip(std::string_view head) { return head.starts_with("\x1F\x8B"); }

/// Of APPNOTE 4.3: a first entry, or the end of a zip without any.
bool is_zip(std::string_view head) {
  return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06");
}

/// A list's name; not what macOS writes beside each file of a zip.
bool names_list(std::string const& name) {
  auto const ending = fold(std::filesystem::path(name).extension().string());
  return (ending == ".csv" || ending == ".tsv") && !name.starts_with("__MACOSX/");
}

[[noreturn]] void refuse_entry(std::string const& message, std::vector<std::string> const& names) {
  std::string text = message;
  for (std::size_t i = 0; i < names.size() && i < names_shown_max; ++i)
    text += (i == 0 ? ": " : ", ") + quote_for_message(names[i]);
  if (names.size() > names_shown_max) text += " …";
  throw Error(Problem::invalid_parameter, text,
              {{"entry", Problem::invalid_parameter, text, std::nullopt, std::nullopt, ""}});
}

std::string entry_of(BundleFiles const& files, std::string const& wanted) {
  auto names = files.names();
  std::erase_if(names, [](auto const& name) { return !names_list(name); });
  if (!wanted.empty()) {
    if (!files.has(wanted)) refuse_entry("the zip has no such file, but", names);
    return wanted;
  }
  if (names.empty()) throw Error(Problem::bad_zip, "the zip holds no .csv and no .tsv");
  if (names.size() > 1) refuse_entry("the zip holds several lists; name one", names);
  return names.front();
}

}  // namespace

bool is_zip_file(std::filesystem::path const& path) { return is_zip(first_bytes(path)); }

PackedFile::PackedFile(std::filesystem::path path, std::string entry)
    : path_(std::move(path)), entry_(std::move(entry)) {
  static_cast<void>(open_to_read(path_));
  bytes_total_ = std::filesystem::file_size(path_);
}

void PackedFile::read(Sink const& sink) {
  unpacked_ = 0;
  bytes_read_ = 0;
  auto const head = first_bytes(path_);
  if (is_gzip(head)) return read_gzip(sink);
  if (is_zip(head)) return read_zip(sink);
  read_bytes([&](std::string_view bytes) { give(sink, bytes); });
}

void PackedFile::read_bytes(Sink const& sink) {
  auto file = open_to_read(path_);
  std::array<char, 65536> block;
  while (file.read(block.data(), block.size()) || file.gcount() > 0) {
    auto const read = static_cast<std::size_t>(file.gcount());
    bytes_read_ += read;
    sink({block.data(), read});
  }
  if (file.bad()) throw Error(Problem::not_found, "the file cannot be read to its end");
}

void PackedFile::read_gzip(Sink const& sink) {
  Gunzip gunzip([&](std::string_view unpacked) { give(sink, unpacked); });
  read_bytes([&](std::string_view bytes) { gunzip.push(bytes); });
  gunzip.finish();
}

void PackedFile::read_zip(Sink const& sink) {
  BundleFiles files(path_);
  auto const entry = entry_of(files, entry_);
  auto const whole = static_cast<double>(std::max<std::uint64_t>(files.bytes(entry), 1));
  files.read(entry, [&](std::string_view unpacked) {
    auto const share = std::min(1.0, static_cast<double>(unpacked_ + unpacked.size()) / whole);
    bytes_read_ = static_cast<std::uint64_t>(share * static_cast<double>(bytes_total_));
    give(sink, unpacked);
  });
  bytes_read_ = bytes_total_;
}

void PackedFile::give(Sink const& sink, std::string_view unpacked) {
  unpacked_ += unpacked.size();
  check_total_unpacked(unpacked_);
  if (unpacked_ > ratio_free_of_list) check_ratio_unpacked(unpacked_, bytes_total_);
  sink(unpacked);
}

}  // namespace annals::csv
