#include "render/republications.hpp"

#include "domain/said.hpp"

namespace annals::render {
namespace {

constexpr std::size_t named_of_many = 2;
constexpr Said and_one{" and ", " и "};
constexpr Said and_more{" and ", " и ещё "};
constexpr Said other_copies{" others ", " "};

/// "3–5, 8": numbers that follow each other as their first and last.
std::string ranges(std::vector<int> const& numbers, std::size_t from,
                   std::function<std::string(int)> const& footnote) {
  std::string text;
  for (std::size_t first = from; first < numbers.size();) {
    auto last = first;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
    text += (text.empty() ? "" : ", ") + footnote(numbers[first]);
    if (last > first) text += "–" + footnote(numbers[last]);
    first = last + 1;
  }
  return text;
}

}  // namespace

std::string publishers_of(Copies const& copies, std::function<std::string(std::string const&)> const& name,
                          std::function<std::string(int)> const& footnote, Language language) {
  auto const count = copies.numbers.size();
  bool const all_are_named = count <= copies.names.size();
  auto const named = all_are_named ? count : std::min(named_of_many, copies.names.size());
  std::string text;
  for (std::size_t i = 0; i < named; ++i) {
    bool const is_last = all_are_named && i + 1 == count;
    if (i > 0) text += is_last ? std::string(and_one.in(language)) : ", ";
    text += name(copies.names[i]) + " [" + footnote(copies.numbers[i]) + "]";
  }
  if (all_are_named) return text;
  return text + std::string(and_more.in(language)) + std::to_string(count - named) +
         std::string(other_copies.in(language)) + "[" + ranges(copies.numbers, named, footnote) + "]";
}

}  // namespace annals::render
