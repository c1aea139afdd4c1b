#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "domain/country.hpp"

namespace annals {
namespace {

using Table = std::vector<std::pair<std::string, std::string>>;

/// The entries of a table of src/lists/profiles, in its order.
Table read_table(std::string const& name) {
  std::ifstream file(ANNALS_PROFILES "/" + name);
  std::string const text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  auto const json = nlohmann::ordered_json::parse(text);
  // With one entry a line, a key that is told twice shows.
  EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')), json.size() + 2) << name;
  Table table;
  for (auto const& [key, value] : json.items()) table.emplace_back(key, value.get<std::string>());
  EXPECT_TRUE(std::is_sorted(table.begin(), table.end())) << name;
  return table;
}

bool all_between(std::string const& text, char first, char last) {
  return std::all_of(text.begin(), text.end(), [&](char c) { return c >= first && c <= last; });
}

std::string value_of(Table const& table, std::string const& key) {
  auto const found =
      std::find_if(table.begin(), table.end(), [&](auto const& entry) { return entry.first == key; });
  return found == table.end() ? "" : found->second;
}

TEST(CodeTables, GleditschWardNumbersAreOfCountries) {
  auto const table = read_table("gleditsch-ward.json");
  EXPECT_GT(table.size(), 200U);
  for (auto const& [number, country] : table) {
    EXPECT_TRUE(number.size() <= 3 && number.front() != '0' && all_between(number, '0', '9')) << number;
    EXPECT_TRUE(is_country(country)) << number;
  }
  EXPECT_EQ(value_of(table, "345"), "RS");
  EXPECT_EQ(value_of(table, "680"), "YE");
  EXPECT_EQ(value_of(table, "315"), "");  // Czechoslovakia has two successors
}

TEST(CodeTables, FipsCodesAreOfCountries) {
  auto const table = read_table("fips-10-4.json");
  EXPECT_GT(table.size(), 250U);
  for (auto const& [code, country] : table) {
    EXPECT_TRUE(code.size() == 2 && all_between(code, 'A', 'Z')) << code;
    EXPECT_TRUE(is_country(country)) << code;
  }
  EXPECT_EQ(value_of(table, "AJ"), "AZ");
  EXPECT_EQ(value_of(table, "GZ"), "PS");
  EXPECT_EQ(value_of(table, "OS"), "");  // the oceans
}

TEST(CodeTables, CameoCodesHaveNamesAndStandUnderTheirRoots) {
  auto const table = read_table("cameo.json");
  EXPECT_GT(table.size(), 300U);
  std::vector<std::string> names;
  for (auto const& [code, name] : table) {
    EXPECT_TRUE(code.size() >= 2 && code.size() <= 4 && all_between(code, '0', '9')) << code;
    EXPECT_TRUE(code.size() == 2 || !value_of(table, code.substr(0, code.size() - 1)).empty()) << code;
    EXPECT_FALSE(name.empty()) << code;
    names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  auto const twice = std::adjacent_find(names.begin(), names.end());
  EXPECT_EQ(twice, names.end()) << *twice;
}

}  // namespace
}  // namespace annals
