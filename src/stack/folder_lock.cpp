#include "stack/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.hpp"

namespace annals::stack {

FolderLock::FolderLock(std::filesystem::path const& file, User const& owner, std::string const& taken)
    : descriptor_(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
  if (descriptor_ < 0)
    throw Error(Problem::storage_full, "cannot write " + file.string() + ": " + std::strerror(errno));
  if (geteuid() == 0 && fchown(descriptor_, owner.uid, owner.gid) != 0) errno = 0;  // root may open it anyhow
  if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    close(descriptor_);
    throw Error(Problem::exists, taken);
  }
}

FolderLock::~FolderLock() { close(descriptor_); }

void make_private_folder(std::filesystem::path const& folder, User const& owner) {
  // It stands, in quotes, in nginx's configuration and in the words by which the database is reached.
  if (folder.string().find_first_of("\"'\\${}\n") != std::string::npos)
    throw Error(Problem::invalid_value, "the path " + folder.string() + " may not hold any of \" ' \\ $ { }");
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (!failure) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failure);
  if (failure)
    throw Error(Problem::storage_full, "cannot make " + folder.string() + ": " + failure.message());
  if (geteuid() == 0 && chown(folder.c_str(), owner.uid, owner.gid) != 0)
    throw Error(Problem::internal, "cannot give " + folder.string() + " to " + owner.name);
}

}  // namespace annals::stack
