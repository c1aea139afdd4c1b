#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "csv/cell.hpp"
#include "csv/header.hpp"
#include "csv/tokenizer.hpp"

namespace annals::csv {
namespace {

using Cells = std::vector<std::vector<std::string>>;

std::vector<Record> read(std::string_view text, std::size_t piece) {
  std::vector<Record> records;
  Tokenizer tokenizer([&](Record&& record) { records.push_back(std::move(record)); });
  for (std::size_t at = 0; at < text.size(); at += piece) tokenizer.push(text.substr(at, piece));
  tokenizer.finish();
  return records;
}

Cells cells(std::string_view text, std::size_t piece = 1000) {
  Cells all;
  for (auto& record : read(text, piece)) all.push_back(record.cells);
  return all;
}

std::optional<Fault> refusal(std::string const& text) {
  try {
    read(text, 7);
  } catch (Error const& error) {
    return error.faults().at(0);
  }
  return std::nullopt;
}

std::string whole(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The spectrum's files reached us with their line ends changed; its JSON has them as their names say.
std::string with_crlf(std::string const& text) {
  std::string longer;
  for (char const c : text) longer += c == '\n' ? "\r\n" : std::string(1, c);
  return longer;
}

TEST(Csv, ReadsTheSpectrumOfCornerCases) {
  int files = 0;
  for (auto const& entry : std::filesystem::directory_iterator(ANNALS_TEST_DATA "/csv-spectrum/csvs")) {
    ++files;
    auto const stem = entry.path().stem().string();
    auto const rows = cells(stem.ends_with("_crlf") ? with_crlf(whole(entry.path())) : whole(entry.path()));
    auto const expected =
        nlohmann::json::parse(whole(ANNALS_TEST_DATA "/csv-spectrum/json/" + stem + ".json"));
    auto found = nlohmann::json::array();
    for (std::size_t row = 1; row < rows.size(); ++row) {
      auto object = nlohmann::json::object();
      for (std::size_t column = 0; column < rows[0].size(); ++column)
        object[rows[0][column]] = rows[row][column];
      found.push_back(object);
    }
    EXPECT_EQ(found, expected) << stem;
  }
  EXPECT_EQ(files, 11);
}

TEST(Csv, TheSizeOfThePiecesDoesNotMatter) {
  std::string const text =
      "\xEF\xBB\xBF"
      "a,b\r\n\"x \"\"y\"\"\r\nz\",\xD5\x80\xD5\xA1\r\n\n1,\n,";
  Cells const expected{{"a", "b"}, {"x \"y\"\r\nz", "\xD5\x80\xD5\xA1"}, {"1", ""}, {"", ""}};
  for (std::size_t piece = 1; piece <= 17; ++piece) EXPECT_EQ(cells(text, piece), expected) << piece;
}

TEST(Csv, ARecordKnowsTheLineItBeginsOn) {
  auto const records = read("a\n\n\"b\nb\"\r\nc\rd", 3);
  std::vector<int> lines;
  for (auto const& record : records) lines.push_back(record.line);
  EXPECT_EQ(lines, (std::vector<int>{1, 3, 5, 6}));
}

TEST(Csv, WhatIsNoCsvIsRefusedWithItsLine) {
  EXPECT_EQ(refusal("a,b\n1,\"open\n\n\n")->code, Problem::quote_not_closed);
  EXPECT_EQ(refusal("a,b\n1,\"open\n\n\n")->line, 2);
  EXPECT_EQ(refusal("a\n\"x\"y\n")->code, Problem::invalid_value);
  EXPECT_EQ(refusal("a\n" + std::string((1 << 20) + 1, 'x'))->code, Problem::row_too_long);
  EXPECT_EQ(refusal(std::string(1000, ','))->code, Problem::too_many_columns);
  EXPECT_FALSE(refusal(std::string(999, ',')));
}

TEST(Csv, AHeaderNamesEveryColumnOnce) {
  EXPECT_EQ(Header(Record{1, {"key", "title"}}).find("title"), 1U);
  EXPECT_FALSE(Header(Record{1, {"key"}}).find("title"));
  EXPECT_THROW(Header(Record{1, {"key", "Key"}}), Error);
  EXPECT_THROW(Header(Record{1, {"key", " "}}), Error);
  EXPECT_THROW(Header(Record{1, {"key", "k\u200Bey"}}), Error);
  EXPECT_THROW(Header(Record{1, {"key", "\u200B"}}), Error);
}

TEST(Cell, MembersSurviveBarsAndBackslashes) {
  std::vector<std::string> const members{"a|b", "c\\", "", "d\\|e"};
  EXPECT_EQ(split_members(join_members(members)), members);
  EXPECT_EQ(split_members("a|b"), (std::vector<std::string>{"a", "b"}));
  EXPECT_TRUE(split_members("").empty());
}

}  // namespace
}  // namespace annals::csv
