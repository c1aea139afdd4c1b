#include "lists/term.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "domain/country_names.hpp"

namespace annals::lists {
namespace {

bool is_word_character(char c) { return is_lower(c) || is_digit(c); }

std::string print(Template const& text, Cells cells) {
  std::string printed;
  for (auto const& group : text.groups) {
    auto const before = printed.size();
    bool complete = true;
    for (auto const& part : group.parts) {
      if (part.column.empty()) {
        printed += part.text;
        continue;
      }
      auto const cell =
          part.index < 0 ? std::string_view() : std::string_view(cells[static_cast<std::size_t>(part.index)]);
      complete = complete && !cell.empty();
      printed += cell;
    }
    if (group.optional && !complete) printed.resize(before);
  }
  auto const is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!printed.empty() && is_blank(printed.back())) printed.pop_back();
  printed.erase(printed.begin(), std::find_if_not(printed.begin(), printed.end(), is_blank));
  return printed;
}

/// "45910.0" is 45910: a spreadsheet took the column for numbers with decimals.
std::string as_integer(std::string text) {
  auto const dot = text.find('.');
  if (dot == 0 || dot == std::string::npos) return text;
  if (text.find_first_not_of('0', dot + 1) == std::string::npos) text.resize(dot);
  return text;
}

/// "Explosions/Remote violence.Grenade" is explosions_remote_violence.grenade.
std::string as_word(std::string_view text) {
  std::string word;
  for (char const c : fold(text)) {
    bool const begins = word.empty() || word.back() == '.';
    if (is_word_character(c)) {
      word += c;
    } else if (c == '.') {
      while (!word.empty() && word.back() == '_') word.pop_back();
      if (!word.empty() && word.back() != '.') word += '.';
    } else if (!begins && word.back() != '_') {
      word += '_';
    }
  }
  while (!word.empty() && !is_word_character(word.back())) word.pop_back();
  return word;
}

TermValue formed(std::string text, TermForm form) {
  switch (form) {
    case TermForm::as_is:
      return {std::move(text)};
    case TermForm::integer:
      return {as_integer(std::move(text))};
    case TermForm::word:
      return {as_word(text)};
    case TermForm::country:
      auto const code = country_named(text);
      return {std::string(code.value_or("")), !code && !text.empty()};
  }
  return {std::move(text)};
}

TermValue coded(Term const& term, std::string text, Cells cells) {
  if (term.codes.empty()) return formed(std::move(text), term.form);
  if (auto const code = term.codes.find(text); code != term.codes.end()) return {code->second};
  if (auto const code = term.codes.find(as_integer(text)); code != term.codes.end()) return {code->second};
  if (term.otherwise) return evaluate(*term.otherwise, cells);
  auto value = formed(std::move(text), term.form);
  value.unknown = !value.text.empty();
  return value;
}

void bind(Term& term, Columns const& columns) {
  for (auto& group : term.text.groups) {
    for (auto& part : group.parts) {
      if (!part.column.empty()) part.index = columns.find(part.column);
    }
  }
  if (term.otherwise) bind(*term.otherwise, columns);
  if (term.if_empty) bind(*term.if_empty, columns);
}

}  // namespace

Columns::Columns(std::vector<std::string> names, Mapping const& mapping) : names_(std::move(names)) {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    auto const name = fold(names_[i]);
    by_name_.emplace(name, static_cast<int>(i));
    if (auto const alias = mapping.aliases.find(name); alias != mapping.aliases.end())
      by_name_.emplace(fold(alias->second), static_cast<int>(i));
  }
  for (std::size_t i = 0; i < std::size(split_columns); ++i)
    by_name_.insert_or_assign(std::string(split_columns[i]), static_cast<int>(names_.size() + i));
  auto next = static_cast<int>(names_.size() + std::size(split_columns));
  for (auto const& [name, term] : mapping.computed) by_name_.insert_or_assign(fold(name), next++);
}

int Columns::find(std::string_view name) const {
  auto const found = by_name_.find(fold(name));
  return found == by_name_.end() ? -1 : found->second;
}

void bind(Mapping& mapping, Columns const& columns) {
  for_each_term(mapping, [&](Term& term) { bind(term, columns); });
}

TermValue evaluate(Term const& term, Cells cells) {
  auto value = coded(term, print(term.text, cells), cells);
  return value.text.empty() && term.if_empty ? evaluate(*term.if_empty, cells) : value;
}

int column_of(Term const& term) {
  for (auto const& group : term.text.groups) {
    for (auto const& part : group.parts) {
      if (part.index >= 0) return part.index;
    }
  }
  for (auto const& next : {term.otherwise, term.if_empty}) {
    if (auto const found = next ? column_of(*next) : -1; found >= 0) return found;
  }
  return -1;
}

bool is_plain(Term const& term) {
  return term.codes.empty() && term.text.groups.size() == 1 && term.text.groups[0].parts.size() == 1 &&
         term.text.groups[0].parts[0].index >= 0;
}

}  // namespace annals::lists
