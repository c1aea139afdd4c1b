#include "csv/bundle_writer.hpp"

#include <unistd.h>
#include <zip.h>

#include <cstdlib>
#include <memory>

#include "base/error.hpp"

namespace annals::csv {
namespace {

namespace fs = std::filesystem;

constexpr zip_uint16_t first_dos_date = 0x21;  // 1980-01-01
constexpr zip_uint32_t unix_mode = 0100644;
constexpr zip_uint32_t deflate_level = 6;

[[noreturn]] void fail(std::string const& what) {
  throw Error(Problem::storage_full, "cannot write " + what);
}

}  // namespace

BundleWriter::BundleWriter(fs::path folder) : folder_(std::move(folder)) {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) fail(folder_.string() + ": " + error.message());
}

void BundleWriter::begin(std::string const& name) {
  finish();
  auto const path = folder_ / name;
  fs::create_directories(path.parent_path());
  file_.open(path, std::ios::binary | std::ios::trunc);
  if (!file_) fail(path.string());
  names_.push_back(name);
}

void BundleWriter::write(std::string_view bytes) {
  file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file_) fail(names_.back());
}

void BundleWriter::finish() {
  if (!file_.is_open()) return;
  file_.close();
  if (!file_) fail(names_.back());
}

void write_zip(fs::path const& folder, std::vector<std::string> const& names, fs::path const& path) {
  int error = 0;
  std::unique_ptr<zip_t, decltype(&zip_discard)> zip(
      zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error), &zip_discard);
  if (!zip) fail(path.string());
  for (auto const& name : names) {
    auto* const source = zip_source_file(zip.get(), (folder / name).c_str(), 0, -1);
    auto const index = source != nullptr ? zip_file_add(zip.get(), name.c_str(), source, 0) : -1;
    if (index < 0) {
      zip_source_free(source);
      fail(name);
    }
    auto const entry = static_cast<zip_uint64_t>(index);
    zip_set_file_compression(zip.get(), entry, ZIP_CM_DEFLATE, deflate_level);
    zip_file_set_external_attributes(zip.get(), entry, 0, ZIP_OPSYS_UNIX, unix_mode << 16);
    zip_file_set_dostime(zip.get(), entry, 0, first_dos_date, 0);
  }
  if (zip_close(zip.get()) != 0) fail(path.string());
  static_cast<void>(zip.release());
}

TemporaryFolder::TemporaryFolder() {
  auto name = (fs::temp_directory_path() / "annals-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) fail(name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace annals::csv
