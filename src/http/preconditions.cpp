#include "http/preconditions.hpp"

#include <charconv>

namespace annals::http {
namespace {

constexpr std::size_t tags_max = 20;

[[noreturn]] void refuse(char const* header) {
  throw Error(Problem::bad_etag, std::string(header) + " must be * or at most 20 tags such as \"5\"");
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// `"5"` or `W/"5"`. A tag that is well formed but none of ours matches no version.
int version_of(std::string_view tag) {
  if (tag.starts_with("W/")) tag.remove_prefix(2);
  if (tag.size() < 2 || tag.front() != '"' || tag.back() != '"') refuse("If-Match");
  tag = tag.substr(1, tag.size() - 2);
  if (tag.find('"') != std::string_view::npos) refuse("If-Match");
  int version = 0;
  auto const [end, error] = std::from_chars(tag.data(), tag.data() + tag.size(), version);
  return error == std::errc() && end == tag.data() + tag.size() && version > 0 ? version : -1;
}

}  // namespace

service::Precondition precondition_of(Request const& request) {
  service::Precondition precondition;
  if (auto const& none = request.if_none_match) {
    if (trim(*none) != "*") refuse("If-None-Match");
    precondition.only_new = true;
  }
  if (!request.if_match) return precondition;
  precondition.is_given = true;
  std::string_view rest = *request.if_match;
  if (trim(rest) == "*") {
    precondition.any = true;
    return precondition;
  }
  for (;;) {
    auto const comma = rest.find(',');
    precondition.versions.push_back(version_of(trim(rest.substr(0, comma))));
    if (precondition.versions.size() > tags_max) refuse("If-Match");
    if (comma == std::string_view::npos) return precondition;
    rest.remove_prefix(comma + 1);
  }
}

}  // namespace annals::http
