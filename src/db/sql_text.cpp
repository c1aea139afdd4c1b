#include "db/sql_text.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "sql_view.hpp"

#include "base/ascii.hpp"

namespace annals::db {
namespace {

bool begins_word(char c) { return is_lower(c) || c == '_'; }
bool is_word(char c) { return begins_word(c) || is_digit(c); }

std::string_view word_at(std::string_view sql, std::size_t at) {
  std::size_t end = at;
  while (end < sql.size() && is_word(sql[end])) ++end;
  return sql.substr(at, end - at);
}

/// The text of sql/view; `<table>_then` where looking back needs another one.
std::string_view view_of(std::string_view table, bool then) {
  std::string_view found;
  for (auto const* statement : view_sql::all) {
    if (statement->name == table && found.empty()) found = statement->text;
    if (then && statement->name == std::string(table) + "_then") found = statement->text;
  }
  if (found.empty()) throw std::logic_error("there is no view of a table named " + std::string(table));
  return found;
}

std::string filled(std::string text, std::string_view mark, std::string_view value) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
    text.replace(at, mark.size(), value);
  return text;
}

/// Where the literal or comment that begins at `at` ends, or `at` where none begins.
std::size_t skip_quoted(std::string_view sql, std::size_t at) {
  std::string_view const closer = sql[at] == '\'' ? "'" : sql.substr(at, 2) == "--" ? "\n" : "";
  if (closer.empty()) return at;
  auto const end = sql.find(closer, at + 1);
  return end == std::string_view::npos ? sql.size() : end + 1;
}

class Expander {
 public:
  explicit Expander(View const& view) : view_(view) {}

  void append(std::string_view sql) {
    for (std::size_t at = 0; at < sql.size();) {
      if (auto const end = skip_quoted(sql, at); end != at) {
        result.text.append(sql[at] == '\'' ? sql.substr(at, end - at) : "\n");
        at = end;
        continue;
      }
      bool const named = at + 1 < sql.size() && begins_word(sql[at + 1]) && (at == 0 || sql[at - 1] != '@');
      if (named && (sql[at] == '@' || sql[at] == '$')) {
        auto const word = word_at(sql, at + 1);
        sql[at] == '$' ? append_parameter(word) : append_table(word);
        at += 1 + word.size();
      } else {
        result.text += sql[at++];
      }
    }
  }

  SqlText result;

 private:
  void append_parameter(std::string_view parameter) {
    auto found = std::find(result.parameters.begin(), result.parameters.end(), parameter);
    if (found == result.parameters.end()) found = result.parameters.emplace(found, parameter);
    result.text += '$' + std::to_string(found - result.parameters.begin() + 1);
  }

  void append_table(std::string_view table) {
    if (table == "held") {  // the one condition that tells now from then
      append(view_.as_of ? "(since <= $as_of::timestamptz and (until is null or until > $as_of::timestamptz))"
                         : "until is null");
      return;
    }
    if (table == "seen") return append_seen();
    auto const outer = std::exchange(table_, table);
    result.text += '(';
    append(view_of(table, view_.as_of.has_value()));
    result.text += ')';
    table_ = outer;
  }

  /// The one condition that tells who sees what. What is hidden now is not shown by looking back.
  void append_seen() {
    if (view_.clearance == Clearance::editor) {
      result.text += "true";
      return;
    }
    std::string const words = view_.clearance == Clearance::member ? "('public', 'members')" : "('public')";
    result.text += "visibility in " + words;
    if (!view_.as_of) return;
    auto const hidden = view_of(table_ == "dataset" ? "hidden_dataset" : "hidden_thing", false);
    append(" and not " + filled(on_table(hidden, table_), "/* words */", words));
  }

  std::string_view table_;
  View const& view_;
};

}  // namespace

std::string on_table(std::string_view sql, std::string_view table) {
  return filled(std::string(sql), "/* table */", table);
}

SqlText expand(std::string_view sql, View const& view) {
  Expander expander(view);
  expander.append(sql);
  return std::move(expander.result);
}

}  // namespace annals::db
