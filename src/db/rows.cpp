#include "db/rows.hpp"

#include <charconv>
#include <pqxx/pqxx>
#include <stdexcept>
#include <unordered_map>

namespace annals::db {
namespace {

template <class Number>
Number parse_number(std::string_view text, char const* column) {
  Number number{};
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw std::logic_error(std::string("not a number in column ") + column);
  }
  return number;
}

template <class Value>
Value const& present(std::optional<Value> const& value, char const* column) {
  if (!value) throw std::logic_error(std::string("null in column ") + column);
  return *value;
}

}  // namespace

// The library compares names for every field that is asked for, and counts who holds it: here both are done
// once.
struct Rows::Content {
  pqxx::result result;
  std::unordered_map<std::string_view, std::size_t> columns;
  std::vector<std::optional<std::string_view>> cells;  // row by row
};

Rows::Rows(pqxx::result const& result) {
  auto content = std::make_shared<Content>();
  content->result = result;
  auto const width = result.columns();
  for (pqxx::row::size_type i = 0; i < width; ++i) content->columns.emplace(result.column_name(i), i);
  content->cells.reserve(static_cast<std::size_t>(result.size()) * width);
  for (auto const row : result) {
    for (auto const field : row)
      content->cells.push_back(
          field.is_null() ? std::nullopt : std::optional<std::string_view>({field.c_str(), field.size()}));
  }
  content_ = std::move(content);
}

int Rows::size() const { return static_cast<int>(content_->result.size()); }
int Rows::affected() const { return static_cast<int>(content_->result.affected_rows()); }

std::optional<std::string_view> Row::field(char const* column) const {
  auto const& [result, columns, cells] = *rows_.content_;
  auto const found = columns.find(column);
  if (found == columns.end()) throw std::logic_error(std::string("no column ") + column);
  return cells[static_cast<std::size_t>(number_) * result.columns() + found->second];
}

std::string_view Row::text(char const* column) const { return present(field(column), column); }
bool Row::is_null(char const* column) const { return !field(column); }
bool Row::boolean(char const* column) const { return text(column) == "t"; }
double Row::real(char const* column) const { return parse_number<double>(text(column), column); }
std::int64_t Row::integer(char const* column) const {
  return parse_number<std::int64_t>(text(column), column);
}
int Row::small(char const* column) const { return parse_number<int>(text(column), column); }

std::optional<std::string> Row::optional_text(char const* column) const {
  auto const value = field(column);
  return value ? std::optional<std::string>(*value) : std::nullopt;
}

std::optional<std::int64_t> Row::optional_integer(char const* column) const {
  return is_null(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<int> Row::optional_small(char const* column) const {
  return is_null(column) ? std::nullopt : std::optional(small(column));
}

std::vector<std::string> Row::text_array(char const* column) const {
  std::vector<std::string> values;
  for (auto& element : parse_array(text(column))) values.push_back(std::move(element).value_or(""));
  return values;
}

std::vector<std::int64_t> Row::integer_array(char const* column) const {
  std::vector<std::int64_t> values;
  for (auto const& element : parse_array(text(column))) {
    values.push_back(parse_number<std::int64_t>(present(element, column), column));
  }
  return values;
}

std::string Row::timestamp(char const* column) const {
  std::string value(text(column));  // "2026-01-31 12:00:00.1234+00"
  if (!value.ends_with("+00")) throw std::logic_error("a session's time zone is not UTC");
  value.resize(value.size() - 3);
  value[value.find(' ')] = 'T';
  auto const dot = value.find('.');
  if (dot == std::string::npos) return value + ".000000Z";
  value.append(6 - (value.size() - dot - 1), '0');
  return value + 'Z';
}

std::vector<std::optional<std::string>> parse_array(std::string_view literal) {
  std::vector<std::optional<std::string>> elements;
  std::string const text(literal);
  pqxx::array_parser reader(text.c_str());
  using Juncture = pqxx::array_parser::juncture;
  for (auto [what, value] = reader.get_next(); what != Juncture::done;
       std::tie(what, value) = reader.get_next()) {
    if (what == Juncture::string_value) elements.emplace_back(value);
    if (what == Juncture::null_value) elements.emplace_back(std::nullopt);
  }
  return elements;
}

}  // namespace annals::db
