#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annals::db {

/// The text that PostgreSQL reads a value from.
template <class Integer>
requires std::is_integral_v<Integer> std::string to_sql(Integer value) { return std::to_string(value); }
inline std::string to_sql(bool value) { return value ? "t" : "f"; }
inline std::string to_sql(std::string_view value) { return std::string(value); }
inline std::string to_sql(std::string const& value) { return value; }
inline std::string to_sql(char const* value) { return value; }
/// The shortest decimal that reads back the same.
std::string to_sql(double value);
/// Array literals, every element quoted: cast in the statement (`$keys::text[]`).
std::string to_sql(std::vector<std::string> const& values);
std::string to_sql(std::vector<std::int64_t> const& values);
std::string to_sql(std::vector<int> const& values);
std::string to_sql(std::vector<std::optional<int>> const& values);
std::string to_sql(std::vector<std::optional<std::int64_t>> const& values);

/// A value for the parameter `$name` of a statement; nothing is null.
struct Param {
  std::string_view name;
  std::optional<std::string> value;

  template <class Value>
  Param(std::string_view parameter, Value const& given) : name(parameter), value(to_sql(given)) {}
  template <class Value>
  Param(std::string_view parameter, std::optional<Value> const& given)
      : name(parameter), value(given ? std::optional(to_sql(*given)) : std::nullopt) {}
  Param(std::string_view parameter, std::nullopt_t) : name(parameter) {}

  bool operator==(Param const&) const = default;
};

using Params = std::vector<Param>;

}  // namespace annals::db
