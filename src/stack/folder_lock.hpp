#pragma once

#include <filesystem>
#include <string>

#include "stack/child.hpp"

namespace annals::stack {

/// Keeps a second program off a folder for as long as it lives, and however it ends. Throws Error(exists)
/// with `taken` where another holds it, Error(storage_full) where the file cannot be written.
class FolderLock {
 public:
  FolderLock(std::filesystem::path const& file, User const& owner, std::string const& taken);
  ~FolderLock();
  FolderLock(FolderLock&&) = delete;

 private:
  int descriptor_;
};

/// Makes a folder that only `owner` may enter. Throws Error(storage_full).
void make_private_folder(std::filesystem::path const& folder, User const& owner);

}  // namespace annals::stack
