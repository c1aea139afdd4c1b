#include "csv/bundle_files.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>

#include "base/error.hpp"
#include "base/text.hpp"
#include "csv/unpack_limits.hpp"

namespace annals::csv {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t ratio_free = std::uint64_t{16} << 20;  // small files may pack as well as they like
constexpr std::size_t files_max = 1000;
constexpr std::string_view snapshots_folder = "snapshots/";

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Entry = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

Archive open_zip(fs::path const& path) {
  int code = 0;
  Archive archive(zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code), &zip_discard);
  if (!archive) throw Error(Problem::bad_zip, path.filename().string() + " is neither a folder nor a zip");
  return archive;
}

/// How long the name of the one folder is that everything in a zip lies in, with its slash; 0 where there is
/// none.
std::size_t folder_around(std::vector<std::pair<std::string, zip_uint64_t>> const& files) {
  if (files.empty()) return 0;
  auto const outer = files.front().first.substr(0, files.front().first.find('/') + 1);
  bool const around_all = std::all_of(files.begin(), files.end(),
                                      [&](auto const& file) { return file.first.starts_with(outer); });
  return around_all && outer != snapshots_folder ? outer.size() : 0;
}

}  // namespace

struct BundleFiles::Content {
  fs::path folder;
  Archive archive{nullptr, &zip_discard};
  std::map<std::string, zip_uint64_t> entries;  // of the zip, by name
  std::vector<std::string> names;
  std::uint64_t unpacked = 0;

  /// Files of the folder and of those in it, as deep as `snapshots/one/1.json`.
  void list_folder() {
    auto const end = fs::recursive_directory_iterator();
    for (auto at = fs::recursive_directory_iterator(folder); at != end; ++at) {
      if (at->is_directory() && at.depth() == 2) at.disable_recursion_pending();
      if (at->is_regular_file()) names.push_back(fs::relative(at->path(), folder).generic_string());
      if (names.size() > files_max) throw Error(Problem::too_many, "the folder has more than 1,000 files");
    }
  }

  void list_zip() {
    auto const count = zip_get_num_entries(archive.get(), 0);
    if (count > static_cast<zip_int64_t>(files_max))
      throw Error(Problem::too_many, "the zip has more than 1,000 files");
    std::vector<std::pair<std::string, zip_uint64_t>> files;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
      std::string name = zip_get_name(archive.get(), i, 0);
      if (!name.ends_with('/')) files.emplace_back(std::move(name), i);
    }
    auto const outer = folder_around(files);
    for (auto& [name, i] : files) {
      name.erase(0, outer);
      if (!entries.emplace(name, i).second)
        throw Error(Problem::bad_zip, "the zip holds a file twice: " + quote_for_message(name));
      names.push_back(name);
    }
  }

  [[nodiscard]] std::uint64_t bytes(std::string const& name) const {
    if (!archive) return fs::file_size(folder / name);
    return stat_of(name).size;
  }

  [[nodiscard]] zip_stat_t stat_of(std::string const& name) const {
    zip_stat_t stat;
    if (zip_stat_index(archive.get(), entries.at(name), 0, &stat) != 0)
      throw Error(Problem::bad_zip, "cannot unpack " + quote_for_message(name));
    return stat;
  }

  void count(std::size_t bytes, std::uint64_t packed, std::uint64_t of_this) {
    unpacked += bytes;
    check_total_unpacked(unpacked);
    if (of_this > ratio_free) check_ratio_unpacked(of_this, packed);
  }

  void read_zip(std::string const& name, std::function<void(std::string_view)> const& sink) {
    auto const packed = stat_of(name).comp_size;
    Entry const entry(zip_fopen_index(archive.get(), entries.at(name), 0), &zip_fclose);
    if (!entry) throw Error(Problem::bad_zip, "cannot unpack " + quote_for_message(name));
    std::array<char, 65536> block;
    std::uint64_t of_this = 0;
    while (true) {
      auto const read = zip_fread(entry.get(), block.data(), block.size());
      if (read < 0) throw Error(Problem::bad_zip, "the zip is broken in " + quote_for_message(name));
      if (read == 0) return;
      of_this += static_cast<std::uint64_t>(read);
      count(static_cast<std::size_t>(read), packed, of_this);
      sink({block.data(), static_cast<std::size_t>(read)});
    }
  }

  void read_folder(std::string const& name, std::function<void(std::string_view)> const& sink) {
    std::ifstream file(folder / name, std::ios::binary);
    if (!file) throw Error(Problem::not_found, "cannot read " + quote_for_message(name));
    std::array<char, 65536> block;
    while (file.read(block.data(), block.size()) || file.gcount() > 0) {
      auto const read = static_cast<std::size_t>(file.gcount());
      count(read, read, 0);
      sink({block.data(), read});
    }
  }
};

BundleFiles::BundleFiles(fs::path const& path) : content_(std::make_unique<Content>()) {
  if (!fs::exists(path)) throw Error(Problem::not_found, "there is no " + path.string());
  if (fs::is_directory(path)) {
    content_->folder = path;
    content_->list_folder();
  } else {
    content_->archive = open_zip(path);
    content_->list_zip();
  }
  std::sort(content_->names.begin(), content_->names.end());
}
BundleFiles::~BundleFiles() = default;

std::vector<std::string> BundleFiles::names() const { return content_->names; }

std::uint64_t BundleFiles::bytes(std::string const& name) const {
  return has(name) ? content_->bytes(name) : 0;
}

bool BundleFiles::has(std::string const& name) const {
  return std::binary_search(content_->names.begin(), content_->names.end(), name);
}

void BundleFiles::read(std::string const& name, std::function<void(std::string_view)> const& sink) {
  content_->archive ? content_->read_zip(name, sink) : content_->read_folder(name, sink);
}

std::string BundleFiles::whole(std::string const& name, std::size_t bytes_max) {
  std::string text;
  read(name, [&](std::string_view piece) {
    if (text.size() + piece.size() > bytes_max) {
      throw Error(Problem::too_large, name + " is larger than " + std::to_string(bytes_max) + " bytes");
    }
    text.append(piece);
  });
  return text;
}

}  // namespace annals::csv
