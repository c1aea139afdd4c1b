#include "csv/decoder.hpp"

#include <gtest/gtest.h>

#include <map>

#include "unit/lists.hpp"

namespace annals::csv {
namespace {

struct Decoded {
  std::string text;
  std::vector<std::int64_t> bad;
  bool operator==(Decoded const&) const = default;
};

Decoded decode(std::string_view bytes, Encoding encoding, std::size_t piece) {
  Decoded decoded;
  Decoder decoder(
      encoding, [&](std::string_view text) { decoded.text += text; },
      [&](std::int64_t byte) {
        decoded.text += '!';
        decoded.bad.push_back(byte);
      });
  for (std::size_t at = 0; at < bytes.size(); at += piece) decoder.push(bytes.substr(at, piece));
  decoder.finish();
  return decoded;
}

void expect_decoded(std::string_view bytes, Encoding encoding, Decoded const& expected) {
  for (std::size_t piece = 1; piece <= 17; ++piece)
    EXPECT_EQ(decode(bytes, encoding, piece), expected) << name(encoding) << " in pieces of " << piece;
}

std::string in_utf_16(std::u16string_view text, bool big_endian) {
  std::string bytes;
  for (char16_t const unit : text) {
    auto const high = static_cast<char>(unit >> 8);
    auto const low = static_cast<char>(unit & 0xFF);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

TEST(Decoder, TheSizeOfThePiecesDoesNotMatter) {
  expect_decoded("aé€🙂Հ", Encoding::utf_8, {"aé€🙂Հ", {}});
  expect_decoded(in_utf_16(u"aé€🙂Հ", false), Encoding::utf_16_le, {"aé€🙂Հ", {}});
  expect_decoded(in_utf_16(u"aé€🙂Հ", true), Encoding::utf_16_be, {"aé€🙂Հ", {}});
  expect_decoded("a\xCF\xF0\xE8", Encoding::windows_1251, {"aПри", {}});
  expect_decoded("a\xE9\x80\x93", Encoding::windows_1252, {"aé€“", {}});
}

TEST(Decoder, ByteThatIsNoTextIsToldWithItsPlace) {
  expect_decoded(
      "ab\xFF"
      "c\xC0\xAF",
      Encoding::utf_8, {"ab!c!!", {2, 4, 5}});
  expect_decoded("\xED\xA0\x80|\xF4\x90\x80\x80", Encoding::utf_8, {"!!!|!!!!", {0, 1, 2, 4, 5, 6, 7}});
  expect_decoded(
      "a\xE2\x82"
      "b\xE2\x82",
      Encoding::utf_8, {"a!b!", {1, 4}});
  std::u16string const lone{u'a', 0xDC00, u'b', 0xD83D, u'c', 0xD83D};
  expect_decoded(in_utf_16(lone, false), Encoding::utf_16_le, {"a!b!c!", {2, 6, 10}});
  expect_decoded(in_utf_16(u"ab", true).substr(0, 3), Encoding::utf_16_be, {"a!", {2}});
  expect_decoded("a\x98", Encoding::windows_1251, {"a!", {1}});
  expect_decoded("\x81 \xC1", Encoding::windows_1252, {"! Á", {0}});
}

TEST(Encoding, HasManySpellings) {
  for (auto const& [spelling, encoding] :
       std::map<std::string, Encoding>{{"UTF-8", Encoding::utf_8},
                                       {"utf8", Encoding::utf_8},
                                       {"utf-16", Encoding::utf_16},
                                       {"UTF-16LE", Encoding::utf_16_le},
                                       {"utf_16_be", Encoding::utf_16_be},
                                       {"cp1251", Encoding::windows_1251},
                                       {"Windows-1252", Encoding::windows_1252},
                                       {"latin1", Encoding::windows_1252},
                                       {"ISO-8859-1", Encoding::windows_1252}})
    EXPECT_EQ(encoding_of(spelling), encoding) << spelling;
  for (char const* spelling : {"", "utf-7", "koi8-r", "utf-8; drop"})
    EXPECT_FALSE(encoding_of(spelling)) << spelling;
  try {
    rows_of("a\n", {.encoding = "utf-7"});
    ADD_FAILURE() << "an unknown encoding";
  } catch (Error const& error) {
    EXPECT_EQ(error.problem(), Problem::invalid_parameter);
    EXPECT_EQ(error.faults().at(0).field, "encoding");
  }
}

TEST(Encoding, EachGivesTheSameRecords) {
  Table const expected{{"key", "title"}, {"a", "Привет, «мир»\n€"}, {"b", "x"}};
  std::string const utf_8 = "key,title\r\na,\"Привет, «мир»\n€\"\r\nb,x\r\n";
  std::u16string const utf_16 = u"key,title\r\na,\"Привет, «мир»\n€\"\r\nb,x\r\n";
  std::string const marked = "\xFF\xFE";
  std::string const marked_be = "\xFE\xFF";
  EXPECT_EQ(table_of(utf_8), expected);
  EXPECT_EQ(table_of("\xEF\xBB\xBF" + utf_8), expected);
  EXPECT_EQ(table_of("\xEF\xBB\xBF" + utf_8, {.encoding = "windows-1251"}), expected);
  for (char const* declared : {"", "utf-16"}) {
    EXPECT_EQ(table_of(in_utf_16(utf_16, false), {.encoding = declared}), expected);
    EXPECT_EQ(table_of(in_utf_16(utf_16, true), {.encoding = declared}), expected);
    EXPECT_EQ(table_of(marked + in_utf_16(utf_16, false), {.encoding = declared}), expected);
    EXPECT_EQ(table_of(marked_be + in_utf_16(utf_16, true), {.encoding = declared}), expected);
  }
  EXPECT_EQ(table_of("key,title\r\na,\"\xCF\xF0\xE8\xE2\xE5\xF2, \xAB\xEC\xE8\xF0\xBB\n\x88\"\r\nb,x\r\n",
                     {.encoding = "cp1251"}),
            expected);
}

TEST(Encoding, AStrayNulIsNotUtf16) {
  EXPECT_EQ(table_of(std::string_view("k\0,t\n1,2\n", 9)), (Table{{std::string("k\0", 2), "t"}, {"1", "2"}}));
}

TEST(Encoding, BytesThatAreNoTextAreTheirRowsFault) {
  auto const rows = rows_of("key,title\na,x\nb,caf\xE9\nc,\xFF\xFE\nd,y");
  ASSERT_EQ(rows.size(), 5U);
  std::vector<std::optional<std::int64_t>> bad;
  for (auto const& row : rows) bad.push_back(row.bad_byte);
  EXPECT_EQ(bad,
            (std::vector<std::optional<std::int64_t>>{std::nullopt, std::nullopt, 19, 23, std::nullopt}));
  EXPECT_EQ(rows.at(2).cells, (std::vector<std::string>{"b", "caf\uFFFD"}));
  EXPECT_EQ(rows_of("caf\xC3").at(0).bad_byte, 3);
}

TEST(Encoding, ACharacterCutAtABuffersEdgeIsRead) {
  for (std::size_t before = 65530; before < 65540; ++before) {
    auto const rows = rows_of("k," + std::string(before, 'x') + "€🙂\n");
    EXPECT_EQ(rows.at(0).cells.at(1), std::string(before, 'x') + "€🙂") << before;
    EXPECT_FALSE(rows.at(0).bad_byte);
  }
}

}  // namespace
}  // namespace annals::csv
