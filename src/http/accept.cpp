#include "http/accept.hpp"

#include <charconv>
#include <optional>

#include "base/error.hpp"

namespace annals::http {
namespace {

std::string_view trim(std::string_view text) {
  auto const first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

struct Range {
  std::string_view type;
  double quality;
};

std::vector<Range> ranges_of(std::string_view accept) {
  std::vector<Range> ranges;
  while (!accept.empty()) {
    auto const comma = accept.find(',');
    auto part = accept.substr(0, comma);
    accept = comma == std::string_view::npos ? std::string_view() : accept.substr(comma + 1);
    auto const semicolon = part.find(';');
    Range range{trim(part.substr(0, semicolon)), 1};
    if (auto const q = part.find("q="); semicolon != std::string_view::npos && q != std::string_view::npos) {
      auto const number = part.substr(q + 2);
      std::from_chars(number.data(), number.data() + number.size(), range.quality);
    }
    if (!range.type.empty()) ranges.push_back(range);
  }
  return ranges;
}

/// How exactly a range names a type: 2 wholly, 1 as `text/*`, 0 as `*/*`, nothing not at all.
std::optional<int> match(std::string_view range, std::string_view type) {
  type = type.substr(0, type.find(';'));
  if (range == type) return 2;
  if (range == "*/*") return 0;
  if (range.ends_with("/*") && type.starts_with(range.substr(0, range.size() - 1))) return 1;
  return std::nullopt;
}

double quality_of(std::string_view type, std::vector<Range> const& ranges) {
  double quality = 0;
  int best = -1;
  for (auto const& range : ranges) {
    if (auto const exactness = match(range.type, type); exactness && *exactness > best) {
      best = *exactness;
      quality = range.quality;
    }
  }
  return quality;
}

[[noreturn]] void refuse(std::vector<Format> const& offered) {
  std::string all;
  for (auto const& format : offered)
    all += (all.empty() ? "" : ", ") + std::string(format.suffix) + " (" + std::string(format.type) + ")";
  throw Error(Problem::not_acceptable, "this is answered as " + all);
}

}  // namespace

Format const& choose_format(std::vector<Format> const& offered, std::string_view suffix,
                            std::string_view accept) {
  if (!suffix.empty()) {
    for (auto const& format : offered) {
      if (format.suffix == suffix) return format;
    }
    refuse(offered);
  }
  auto const ranges = ranges_of(accept);
  if (ranges.empty()) return offered.front();
  Format const* chosen = nullptr;
  double best = 0;
  for (auto const& format : offered) {
    if (auto const quality = quality_of(format.type, ranges); quality > best) {
      best = quality;
      chosen = &format;
    }
  }
  if (chosen == nullptr) refuse(offered);
  return *chosen;
}

}  // namespace annals::http
