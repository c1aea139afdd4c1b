#include "service/spool_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "base/error.hpp"

namespace annals::service {

SpoolFile::SpoolFile(std::filesystem::path const& folder) {
  auto name = (folder / "import-XXXXXX").string();
  descriptor_ = mkstemp(name.data());  // mode 0600
  if (descriptor_ < 0) throw Error(Problem::storage_full, "the file cannot be stored");
  path_ = name;
}

SpoolFile::~SpoolFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

void SpoolFile::write(std::string_view bytes) {
  sha256_.add(bytes);
  bytes_ += static_cast<std::int64_t>(bytes.size());
  while (!bytes.empty()) {
    auto const written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw Error(Problem::storage_full, "the file cannot be stored");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void SpoolFile::close() {
  auto const failed = ::close(descriptor_) != 0;
  descriptor_ = -1;
  if (failed) throw Error(Problem::storage_full, "the file cannot be stored");
}

}  // namespace annals::service
