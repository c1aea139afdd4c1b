#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace annals::test {

/// The timeline of a bundle in several formats, each a file `timeline.SUFFIX` of a folder that goes with
/// this.
class KeptFormats {
 public:
  KeptFormats(std::filesystem::path const& bundle, std::vector<std::string> const& suffixes);
  ~KeptFormats();
  KeptFormats(KeptFormats&&) = delete;

  [[nodiscard]] std::filesystem::path const& folder() const { return folder_; }
  [[nodiscard]] std::string text(std::string const& file) const;
  /// What a program said, with its exit code, where it found a fault; nothing where all is well.
  [[nodiscard]] std::string run(std::vector<std::string> const& command) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace annals::test
