#include "render/text_measure.hpp"

#include <gtest/gtest.h>

namespace annals::render {
namespace {

TEST(TextMeasure, TakesKindsOfLettersForWhatTheyAre) {
  EXPECT_LT(text_width("ill"), text_width("mmm"));
  EXPECT_GT(text_width("中文字"), text_width("abc"));
  EXPECT_DOUBLE_EQ(text_width("e\u0301"), text_width("e"));
}

TEST(TextMeasure, CutsBetweenCharactersAndSaysSo) {
  EXPECT_EQ(cut_to_width("short", 100), "short");
  for (auto const* text :
       {"Ադրբեջանի նախագահի ելույթը", "وصول القوات إلى المدينة", "中文字中文字中文字", "plain words"}) {
    for (double width = 1; width < 12; width += 0.7) {
      auto const cut = cut_to_width(text, width);
      EXPECT_TRUE(cut == text || cut.ends_with("…")) << cut;
      EXPECT_LE(text_width(cut), std::max(width, text_width("…")));
    }
  }
}

TEST(TextMeasure, BreaksIntoLinesThatFitAndLosesNoWord) {
  std::string const text = "one two three fourfivesixseveneightnineten и ещё";
  std::string joined;
  for (auto const& each : break_to_width(text, 8)) {
    EXPECT_LE(text_width(each), 8);
    joined += each;
  }
  auto without_blanks = [](std::string all) {
    std::erase(all, ' ');
    return all;
  };
  EXPECT_EQ(without_blanks(joined), without_blanks(text));
  EXPECT_TRUE(break_to_width("", 5).empty());
}

TEST(TextMeasure, GoesByTheFirstLetterWithADirection) {
  EXPECT_TRUE(is_right_to_left("2023: وصول"));
  EXPECT_TRUE(is_right_to_left("שלום Brussels"));
  EXPECT_FALSE(is_right_to_left("Brussels שלום"));
  EXPECT_FALSE(is_right_to_left("123"));
}

}  // namespace
}  // namespace annals::render
