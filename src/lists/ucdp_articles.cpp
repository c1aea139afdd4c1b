#include "lists/ucdp_articles.hpp"

namespace annals::lists {
namespace {

bool is_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (auto const at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (text[at] < '0' || text[at] > '9') return false;
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// An office may have commas in its name: the day ends it.
Article article_of(std::string_view text) {
  for (auto comma = text.find(','); comma != std::string_view::npos; comma = text.find(',', comma + 1)) {
    auto const day = text.substr(comma + 1, 10);
    if (!is_iso_day(day)) continue;
    auto const behind = text.substr(comma + 11);
    if (!behind.empty() && behind.front() != ',') continue;
    return {std::string(trimmed(text.substr(0, comma))), std::string(day),
            std::string(trimmed(behind.empty() ? behind : behind.substr(1))), std::string(text)};
  }
  return {"", "", "", std::string(text)};
}

}  // namespace

std::vector<Article> ucdp_articles(std::string_view cell) {
  cell = trimmed(cell);
  if (cell.empty()) return {};
  bool const is_list = cell.size() > 1 && cell.front() == '"' && cell.back() == '"';
  if (!is_list) return {article_of(cell)};
  std::vector<Article> articles;
  cell = cell.substr(1, cell.size() - 2);
  constexpr std::string_view between = "\";\"";
  while (true) {
    auto const end = cell.find(between);
    if (auto const member = trimmed(cell.substr(0, end)); !member.empty())
      articles.push_back(article_of(member));
    if (end == std::string_view::npos) return articles;
    cell.remove_prefix(end + between.size());
  }
}

}  // namespace annals::lists
