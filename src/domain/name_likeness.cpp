#include "domain/name_likeness.hpp"

#include <algorithm>

#include "base/text.hpp"

#include "base/ascii.hpp"

namespace annals {
namespace {

constexpr int bits_of_a_character = 21;
constexpr std::size_t word_characters_min = 3;

/// What is beyond ASCII is a letter: folding left no other signs worth telling apart.
bool is_of_word(unsigned char byte) { return byte >= 0x80 || is_alphanumeric(static_cast<char>(byte)); }

/// The code points of valid UTF-8.
std::vector<std::uint32_t> code_points(std::string_view text) {
  std::vector<std::uint32_t> all;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      all.push_back(byte);
    } else if (byte >= 0xC0) {
      all.push_back(byte & (byte >= 0xF0 ? 0x07U : byte >= 0xE0 ? 0x0FU : 0x1FU));
    } else {
      all.back() = all.back() << 6U | (byte & 0x3FU);
    }
  }
  return all;
}

template <class Take>
void each_word(std::string_view text, Take const& take) {
  for (std::size_t at = 0; at < text.size();) {
    auto end = at;
    while (end < text.size() && is_of_word(static_cast<unsigned char>(text[end]))) ++end;
    if (end > at) take(text.substr(at, end - at));
    at = end + 1;
  }
}

template <class Value>
void sort_unique(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

ComparedName::ComparedName(std::string folded) : folded_(std::move(folded)) {
  each_word(folded_, [&](std::string_view word) {
    // Two blanks in front and one behind: how a word begins counts for more than how it ends.
    auto characters = code_points(word);
    characters.insert(characters.begin(), 2, ' ');
    characters.push_back(' ');
    for (std::size_t i = 0; i + 2 < characters.size(); ++i) {
      trigrams_.push_back((std::uint64_t{characters[i]} << (2 * bits_of_a_character)) |
                          (std::uint64_t{characters[i + 1]} << bits_of_a_character) | characters[i + 2]);
    }
  });
  sort_unique(trigrams_);
}

double ComparedName::likeness(ComparedName const& other) const {
  if (folded_ == other.folded_) return 1;
  std::size_t shared = 0;
  auto one = trigrams_.begin();
  auto two = other.trigrams_.begin();
  while (one != trigrams_.end() && two != other.trigrams_.end()) {
    if (*one == *two) ++shared;
    bool const first = *one <= *two, second = *two <= *one;
    one += first ? 1 : 0;
    two += second ? 1 : 0;
  }
  auto const all = trigrams_.size() + other.trigrams_.size() - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

double likeness(std::vector<ComparedName> const& names, std::vector<ComparedName> const& others) {
  double best = 0;
  for (auto const& name : names) {
    for (auto const& other : others) best = std::max(best, name.likeness(other));
  }
  return best;
}

std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words;
  each_word(folded, [&](std::string_view word) {
    if (character_count(word) >= word_characters_min) words.emplace_back(word);
  });
  sort_unique(words);
  return words;
}

}  // namespace annals
