#include "csv/cell.hpp"

namespace annals::csv {

std::vector<std::string> split_members(std::string_view cell) {
  if (cell.empty()) return {};
  std::vector<std::string> members(1);
  for (std::size_t i = 0; i < cell.size(); ++i) {
    bool const escaped =
        cell[i] == '\\' && i + 1 < cell.size() && (cell[i + 1] == '|' || cell[i + 1] == '\\');
    if (escaped) {
      members.back() += cell[++i];
    } else if (cell[i] == '|') {
      members.emplace_back();
    } else {
      members.back() += cell[i];
    }
  }
  return members;
}

std::string join_members(std::vector<std::string> const& members) {
  std::string cell;
  for (auto const& member : members) {
    if (&member != &members.front()) cell += '|';
    for (char const c : member) {
      if (c == '|' || c == '\\') cell += '\\';
      cell += c;
    }
  }
  return cell;
}

std::string without_formula(std::string cell) {
  if (!cell.starts_with("=\"") || cell.size() < 3 || cell.find('"', 2) != cell.size() - 1) return cell;
  return cell.substr(2, cell.size() - 3);
}

}  // namespace annals::csv
