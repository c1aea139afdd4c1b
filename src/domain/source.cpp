#include "domain/source.hpp"

#include <algorithm>

namespace annals {
namespace {

std::optional<Day> last_day(std::optional<DateExpression> const& date) {
  if (!date || !date->bounds().end.latest) return std::nullopt;
  return date->bounds().end.latest->day;
}

}  // namespace

std::vector<std::string> authors_of(Source const& source) {
  constexpr std::string_view separator = "; ";
  std::vector<std::string> all;
  std::string_view rest = source.author ? std::string_view(*source.author) : std::string_view();
  while (!rest.empty()) {
    auto const at = rest.find(separator);
    if (at != 0) all.emplace_back(rest.substr(0, at));
    rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + separator.size());
  }
  return all;
}

std::optional<Day> public_by(Source const& source) {
  auto const published = last_day(source.published);
  auto const accessed = last_day(source.accessed);
  if (published && accessed) return std::min(*published, *accessed);
  return published ? published : accessed;
}

std::optional<Day> published_from(Source const& source) {
  if (!source.published || !source.published->bounds().start.earliest) return std::nullopt;
  return source.published->bounds().start.earliest->day;
}

}  // namespace annals
