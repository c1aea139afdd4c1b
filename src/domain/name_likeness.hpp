#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// A folded name (base/text, fold) made ready to be compared with many others.
class ComparedName {
 public:
  explicit ComparedName(std::string folded);

  [[nodiscard]] std::string const& folded() const { return folded_; }
  /// 0 nothing in common, 1 the same: the trigrams that both have, of all that either has. Two words of one
  /// name in two transliterations still share most of them. The measure of PostgreSQL's pg_trgm.
  [[nodiscard]] double likeness(ComparedName const& other) const;

 private:
  std::string folded_;
  std::vector<std::uint64_t> trigrams_;  // sorted, each once
};

/// That of the two names, one of each, that are most alike.
[[nodiscard]] double likeness(std::vector<ComparedName> const& names,
                              std::vector<ComparedName> const& others);

/// The words of a folded text: runs of letters and digits of at least three characters, sorted, each once.
[[nodiscard]] std::vector<std::string> words_of(std::string_view folded);

}  // namespace annals
