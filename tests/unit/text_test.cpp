#include "base/text.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace annals {
namespace {

TEST(Fold, FindsANameInEverySpellingOfCaseAndDiacritics) {
  EXPECT_EQ(fold("Dağlıq  Qarabağ "), fold("DAGLIQ QARABAG"));
  EXPECT_EQ(fold("İlham Əliyev"), fold("ilham əliyev"));
  EXPECT_EQ(fold("Дмитрий ПЕСКОВ"), fold("дмитрий песков"));
  EXPECT_EQ(fold("Straße"), "strasse");
}

TEST(Fold, IsTheSameForATextAsForItsCharacters) {
  for (auto const& [text, folded] : std::map<std::string, std::string>{
           {"Tiếng Việt ỆỆ", "tieng viet ee"},
           {"한국어 각", fold("한") + fold("국") + fold("어") + " " + fold("각")},
           {"ΌΣΟΣ ΣΑΣ", "οσοσ σασ"},
           {"Æsir ŒUVRE ﬁn ĲSSEL", "aesir oeuvre fin ijssel"},
           {"e\u0301\u0323 e\u0323\u0301", "e e"},
           {"«да» № ½ …", "<<да>> no 1/2 ..."}})
    EXPECT_EQ(fold(text), folded);
}

TEST(Text, PlainTextInAnyScriptIsAccepted) {
  for (char const* text : {"", "Հայաստան", "tab\tand\nline", "שלום", "🙂"})
    EXPECT_FALSE(check_text(text, 500)) << text;
}

TEST(Text, WhatWouldBreakAReaderIsRefusedAtItsPosition) {
  using std::string_literals::operator""s;
  struct Row {
    std::string text;
    Problem code;
    int position;
  } const rows[] = {
      {"a\0b"s, Problem::bad_text, 1},          {"ab\rc", Problem::bad_text, 2},
      {"é\x7F", Problem::bad_text, 1},          {"\xC0\xAF", Problem::bad_text, 0},
      {"\xED\xA0\x80", Problem::bad_text, 0},   {"\xF4\x90\x80\x80", Problem::bad_text, 0},
      {"\xEF\xBF\xBE", Problem::bad_text, 0},   {"a\u202Eb", Problem::unbalanced_bidi, 3},
      {"a\u2069", Problem::unbalanced_bidi, 1}, {"123456", Problem::too_long, 5},
  };
  for (auto const& row : rows) {
    auto const fault = check_text(row.text, 5);
    ASSERT_TRUE(fault) << row.text;
    EXPECT_EQ(fault->code, row.code) << row.text;
    EXPECT_EQ(fault->position, row.position) << row.text;
  }
}

TEST(Text, ThirtyCombiningMarksAreAWordAndMoreAreAnAttack) {
  std::string text = "a";
  for (int i = 0; i < 30; ++i) text += "\u0301";
  EXPECT_FALSE(check_text(text, 500));
  text += "\u0301";
  EXPECT_TRUE(check_text(text, 500));
}

TEST(Text, AMessageQuotesNoControlCharacterAndNoMoreThanItsLimit) {
  EXPECT_EQ(quote_for_message("a\nb\xFF"),
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD");
  EXPECT_EQ(quote_for_message("abcdef", 3), "abc…");
  EXPECT_EQ(quote_for_message("a\u202Eb\u2069"), "a\uFFFDb\uFFFD") << "nothing turns the message around";
  std::string marks = "a";
  for (int i = 0; i < 31; ++i) marks += "\u0301";
  EXPECT_TRUE(quote_for_message(marks).ends_with("\u0301\uFFFD"));
}

}  // namespace
}  // namespace annals
