#include "csv/list_input.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <map>

#include "csv/delimiter.hpp"
#include "unit/lists.hpp"

namespace annals::csv {
namespace {

std::string gzipped(std::string_view bytes) {
  z_stream z{};
  EXPECT_EQ(deflateInit2(&z, 9, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY), Z_OK);
  std::string packed(deflateBound(&z, bytes.size()), '\0');
  z.next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(packed.data());
  z.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&z, Z_FINISH), Z_STREAM_END);
  packed.resize(packed.size() - z.avail_out);
  deflateEnd(&z);
  return packed;
}

std::optional<Problem> problem_in(std::string_view bytes, ListOptions const& options = {}) {
  return problem_of([&] { rows_of(bytes, options); });
}

Table const simple{{"key", "title"}, {"a", "x"}};

TEST(ListInput, ReadsAListHoweverItIsPacked) {
  Lists lists;
  auto const plain = lists.add("list.csv", "key,title\na,x\n");
  EXPECT_EQ(table_of(rows_in(plain)), simple);
  EXPECT_EQ(table_of(rows_in(lists.add("list.gz", gzipped("key,title\na,x\n")))), simple);
  EXPECT_EQ(table_of(rows_in(lists.zip({"list.csv"}))), simple);
  EXPECT_EQ(table_of(rows_in(lists.add("empty.csv", ""))), Table{});
  EXPECT_EQ(problem_of([&] { rows_in("/nowhere/list.csv"); }), Problem::not_found);
  EXPECT_EQ(problem_of([&] { rows_in(plain.parent_path()); }), Problem::not_found);
}

TEST(ListInput, ItsProgressIsTold) {
  Lists lists;
  auto const text = "key,title\n" + std::string(300'000, 'x') + ",y\n";
  lists.add("list.csv", text);
  for (auto const& path :
       {lists.add("plain.csv", text), lists.add("list.gz", gzipped(text)), lists.zip({"list.csv"})}) {
    ListInput input(path);
    EXPECT_EQ(input.bytes_read(), 0U);
    EXPECT_EQ(input.bytes_total(), std::filesystem::file_size(path));
    std::vector<std::uint64_t> read;
    input.read([&](Record&&) { read.push_back(input.bytes_read()); });
    EXPECT_LE(read.at(0), read.at(1));
    EXPECT_LE(read.at(1), input.bytes_total());
    EXPECT_EQ(input.bytes_read(), input.bytes_total());
    EXPECT_EQ(input.delimiter(), ',');
    EXPECT_EQ(input.encoding(), Encoding::utf_8);
  }
}

TEST(ListInput, AGzipMayHaveSeveralMembersAndNothingElse) {
  auto const one = gzipped("key,title\n\"a");
  auto const two = gzipped("\",x\n");
  EXPECT_EQ(table_of(one + two), simple);
  EXPECT_EQ(table_of(one + gzipped("") + two), simple);
  auto const whole = gzipped("key,title\na,x\n");
  for (std::size_t length = 2; length < whole.size(); ++length)
    EXPECT_EQ(problem_in(whole.substr(0, length)), Problem::bad_gzip) << length;
  auto wrong = whole;
  wrong[wrong.size() - 6] ^= 1;
  EXPECT_EQ(problem_in(wrong), Problem::bad_gzip);
  EXPECT_EQ(problem_in(whole + "x"), Problem::bad_gzip);
  EXPECT_EQ(problem_in(whole + std::string(512, '\0')), Problem::bad_gzip);
}

TEST(ListInput, NoMoreIsUnpackedThanIsFair) {
  auto const bomb = gzipped(std::string(std::size_t{64} << 20, '\n'));
  Lists lists;
  PackedFile file(lists.add("bomb.gz", bomb), "");
  std::size_t unpacked = 0;
  std::size_t longest = 0;
  auto const unpack = [&] {
    file.read([&](std::string_view bytes) {
      unpacked += bytes.size();
      longest = std::max(longest, bytes.size());
    });
  };
  EXPECT_EQ(problem_of(unpack), Problem::too_large_unpacked);
  EXPECT_LE(unpacked, 200 * bomb.size());
  EXPECT_LE(longest, 65536U);
  EXPECT_EQ(problem_in(bomb), Problem::too_large_unpacked);
  lists.add("bomb.csv", std::string(std::size_t{8} << 20, '\n'));
  EXPECT_EQ(problem_of([&] { rows_in(lists.zip({"bomb.csv"})); }), Problem::too_large_unpacked);
  EXPECT_EQ(table_of(gzipped("key,title\na,x\n" + std::string(1'000'000, '\n'))), simple);
}

TEST(ListInput, OfAZipItReadsTheOneListOrTheOneNamed) {
  Lists lists;
  lists.add("a.csv", "key,title\na,x\n");
  lists.add("b.CSV", "other\n");
  lists.add("readme.md", "no list");
  EXPECT_EQ(table_of(rows_in(lists.zip({"readme.md", "a.csv"}))), simple);
  auto const both = lists.zip({"a.csv", "b.CSV", "readme.md"});
  EXPECT_EQ(table_of(rows_in(both, {.entry = "b.CSV"})), Table{{"other"}});
  EXPECT_EQ(problem_of([&] { rows_in(both, {.entry = "c.csv"}); }), Problem::invalid_parameter);
  try {
    rows_in(both);
    ADD_FAILURE() << "several lists";
  } catch (Error const& error) {
    EXPECT_EQ(std::string(error.what()), "the zip holds several lists; name one: a.csv, b.CSV");
    EXPECT_EQ(error.faults().at(0).field, "entry");
  }
  EXPECT_EQ(problem_of([&] { rows_in(lists.zip({"readme.md"})); }), Problem::bad_zip);
  EXPECT_EQ(problem_in("PK\x03\x04 and no more"), Problem::bad_zip);
}

TEST(ListInput, ItsDelimiterIsFoundOut) {
  std::map<std::string, char> const heads{
      {"key,title\na,x;y;z\n", ','},
      {"key;lat;lon\na;40,5;46,7\nb;40,1;46,2\n", ';'},
      {"key\ttitle, long, with commas\na\tx\nb\ty\n", '\t'},
      {"key|title\na|x\n", '|'},
      {"key\na\n", ','},
      {"key;title\na;\"" + std::string(10'000, ',') + "\"\n", ';'},
      {"\"last, first\";key\n\"x, y\";a\n", ';'},
      {"key;title\n\"never closed, and, so, on", ';'},
      {std::string("key,title\na,\"") + std::string(70'000, ';') + "\"\n", ','}};
  for (auto const& [text, delimiter] : heads) {
    EXPECT_EQ(detect_delimiter(std::string_view(text).substr(0, 65536), true), delimiter)
        << text.substr(0, 50);
  }
  EXPECT_EQ(table_of("key;title\na;\"" + std::string(10'000, ',') + "\"\n").at(1).at(1).size(), 10'000U);
  EXPECT_EQ(table_of("key;title\na,b;x\n", {.delimiter = ','}), (Table{{"key;title"}, {"a", "b;x"}}));
}

TEST(ListInput, ADelimiterHasAName) {
  for (auto const& [name, delimiter] : std::map<std::string, char>{{",", ','},
                                                                   {";", ';'},
                                                                   {"\t", '\t'},
                                                                   {"|", '|'},
                                                                   {"comma", ','},
                                                                   {"semicolon", ';'},
                                                                   {"tab", '\t'},
                                                                   {"bar", '|'}})
    EXPECT_EQ(delimiter_of(name), delimiter);
  for (char const* name : {"", "\n", "\"", ",,", "x", "TABULATOR", "\r"})
    EXPECT_FALSE(delimiter_of(name)) << name;
}

TEST(ListInput, WhatExcelDoesToAListIsUndone) {
  auto const rows = rows_of("\xEF\xBB\xBFsep=;\r\nkey;title\r\n=\"0012\";\"=\"\"a\"\"\";=\"\";;\r\n");
  EXPECT_EQ(table_of(rows), (Table{{"key", "title"}, {"0012", "a", "", "", ""}}));
  EXPECT_EQ(rows.at(0).line, 2);
  EXPECT_EQ(table_of("sep=,\nkey;title\na;x\n", {.delimiter = ';'}), simple);
  EXPECT_EQ(table_of("sep=x\n"), Table{{"sep=x"}});
  EXPECT_EQ(table_of("=\"a\"&\"b\",=\"\n"), (Table{{"=\"a\"&\"b\"", "=\""}}));
}

TEST(ListInput, WithoutQuotesAQuoteIsACharacter) {
  EXPECT_EQ(table_of("1\t\"x\n2\ty\"\t=\"z\"\n", {.delimiter = '\t', .quotes = false}),
            (Table{{"1", "\"x"}, {"2", "y\"", "=\"z\""}}));
}

TEST(ListInput, OurOwnErrorsAreReadAsTheyWereWritten) {
  Table const expected{{"annals_line", "title"}, {"2", "Dağlıq \t \""}};
  std::string const text = "annals_line,title\n2,\"Dağlıq \t \"\"\"\n";
  ListOptions const of_the_list{.encoding = "windows-1251", .delimiter = '\t', .quotes = false};
  EXPECT_EQ(table_of(text, of_the_list), expected);
  EXPECT_EQ(table_of("\xEF\xBB\xBF" + text, of_the_list), expected);
  EXPECT_EQ(table_of("annals_lines,x\n", of_the_list), Table{{"annals_lines,x"}});
}

TEST(ListInput, AFaultOfARowIsToldInItsRecord) {
  std::string const long_line = "c," + std::string(std::size_t{20} << 20, 'x') + "\n";
  std::string wide = "d";
  for (int i = 0; i < 30; ++i) wide += "," + std::string(600'000, 'y');
  auto const rows = rows_of("key,title\na,x\nb,\"y\"z\"\n,1\n" + long_line + wide + "\n" +
                            std::string(1000, ',') + "\ne,\"v\"\n");
  ASSERT_EQ(rows.size(), 8U);
  std::vector<std::optional<Problem>> faults;
  for (auto const& row : rows) faults.push_back(row.fault ? std::optional(row.fault->code) : std::nullopt);
  EXPECT_EQ(faults,
            (std::vector<std::optional<Problem>>{std::nullopt, std::nullopt, Problem::invalid_value,
                                                 std::nullopt, Problem::row_too_long, Problem::row_too_long,
                                                 Problem::too_many_columns, std::nullopt}));
  EXPECT_EQ(rows.at(2).cells, (std::vector<std::string>{"b", "\"y\"z\""})) << "as they stand";
  EXPECT_EQ(rows.at(4).fault->message, "a field is longer than 1 MiB");
  EXPECT_EQ(rows.at(5).fault->message, "a row is longer than 16 MiB");
  EXPECT_EQ(rows.at(6).line, 7);
  EXPECT_TRUE(rows.at(6).cells.empty());
  EXPECT_EQ(rows.at(7).cells, (std::vector<std::string>{"e", "v"}));
  auto const open = "key\n\"" + std::string(std::size_t{3} << 20, '\n');
  EXPECT_EQ(problem_in(open), Problem::quote_not_closed);
}

}  // namespace
}  // namespace annals::csv
