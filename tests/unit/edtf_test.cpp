#include "domain/edtf.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace annals {
namespace {

std::optional<DateError> refusal(std::string const& text) {
  try {
    (void)DateExpression::parse(text);
  } catch (DateError const& error) {
    return error;
  }
  return std::nullopt;
}

// "2004-01-01T05:10:10.000Z" as seconds since 1970.
std::int64_t instant(std::string text) {
  text.erase(text.find('.'), 4);
  return DateExpression::parse(text).instant().value();
}

void expect_bound(std::string const& input, std::string const& expected, Edge const& edge, bool first) {
  auto const& moment = first ? edge.earliest : edge.latest;
  if (expected == "..") {
    EXPECT_FALSE(moment) << input;
  } else if (expected.find('T') != std::string::npos) {
    auto const as_utc = input.find_first_of("Z+", 11) == std::string::npos &&
                                input.find('-', input.find('T')) == std::string::npos
                            ? input + "Z"
                            : input;
    EXPECT_EQ(DateExpression::parse(as_utc).instant(), instant(expected)) << input;
  } else {
    ASSERT_TRUE(moment) << input;
    EXPECT_EQ(iso_day(moment->day), expected) << input;
  }
}

TEST(Edtf, FiveLibrariesAgreeWithUs) {
  std::ifstream file(ANNALS_TEST_DATA "/edtf-cases.tsv");
  std::string line;
  std::getline(file, line);
  int rows = 0;
  while (std::getline(file, line)) {
    ++rows;
    std::istringstream cells(line);
    std::string input, valid, earliest, latest;
    std::getline(cells, input, '\t');
    std::getline(cells, valid, '\t');
    std::getline(cells, earliest, '\t');
    std::getline(cells, latest, '\t');
    auto const error = refusal(input);
    bool const beyond =
        earliest == "out-of-range" ||
        (earliest.size() > 10 && earliest.find('T') == std::string::npos && earliest.front() != '-');
    if (valid == "no") {
      ASSERT_TRUE(error) << input;
      EXPECT_NE(error->problem(), Problem::out_of_range) << input;
    } else if (beyond) {
      ASSERT_TRUE(error) << input;
      EXPECT_EQ(error->problem(), Problem::out_of_range) << input;
    } else {
      ASSERT_FALSE(error) << input << ": " << error->what();
      auto const date = DateExpression::parse(input);
      expect_bound(input, earliest, date.bounds().start, true);
      expect_bound(input, latest, date.bounds().end, false);
      EXPECT_EQ(print(date.tree()), input);
    }
  }
  EXPECT_EQ(rows, 556);
}

struct Refused {
  std::string text;
  Problem problem;
  int position;
};

TEST(Edtf, ARefusalNamesTheProblemAndThePlace) {
  Refused const cases[] = {
      {"", Problem::invalid_date, 0},
      {"999999999", Problem::invalid_date, 0},
      {"Y170000002", Problem::out_of_range, 0},
      {"Y-17E7", Problem::out_of_range, 0},
      {"Y1E9999999999", Problem::out_of_range, 0},
      {"-10000", Problem::invalid_date, 0},
      {"9999-24", Problem::out_of_range, 0},
      {"2021-02-30", Problem::invalid_date, 8},
      {"2021-13", Problem::invalid_date, 5},
      {"2021-00-10", Problem::invalid_date, 5},
      {"0000-00-00", Problem::invalid_date, 5},
      {"-0000", Problem::invalid_date, 0},
      {"2023-02-29", Problem::invalid_date, 8},
      {"1900-02-29", Problem::invalid_date, 8},
      {"2021-01-01T24:00:01Z", Problem::invalid_date, 11},
      {"2021-01-01T23:59:60Z", Problem::invalid_date, 17},
      {"2021-01-01T00:00:00+99:00", Problem::invalid_date, 20},
      {"2021-01-01T00:00:00+14:01", Problem::invalid_date, 19},
      {"2024-04-17/2020-11-10", Problem::reversed_interval, 11},
      {"[2024-04-17..2020-11-10]", Problem::reversed_interval, 1},
      {"/", Problem::invalid_date, 0},
      {"2024-04-1\xEF\xBC\x97", Problem::invalid_date, 8},
      {"\xEF\xBC\x92\x30\x32\x34", Problem::invalid_date, 0},
      {"2024-\xE2\x88\x92\x30\x34", Problem::invalid_date, 5},
      {"2024\xC2\xA0", Problem::invalid_date, 4},
      {"2024\xE2\x80\x8B-04", Problem::invalid_date, 4},
      {"\xE2\x80\x8F\x32\x30\x32\x34", Problem::invalid_date, 0},
      {"[2020..2021,..2024]", Problem::invalid_date, 12},
      {"2024-04-17?T10:00:00", Problem::invalid_date, 11},
  };
  for (auto const& [text, problem, position] : cases) {
    auto const error = refusal(text);
    ASSERT_TRUE(error) << text;
    EXPECT_EQ(error->problem(), problem) << text << ": " << error->what();
    EXPECT_EQ(error->position(), position) << text << ": " << error->what();
  }
}

TEST(Edtf, WhatIsTooLongIsRefusedBeforeItIsRead) {
  std::string members = "{2000";
  for (int i = 0; i < 100; ++i) members += ",2000";
  EXPECT_EQ(refusal(members + "}")->problem(), Problem::too_long);
  EXPECT_EQ(refusal(std::string(1 << 20, '1'))->problem(), Problem::too_long);
  EXPECT_EQ(refusal(std::string(10000, '?'))->problem(), Problem::too_long);
  EXPECT_FALSE(refusal("{2000" + members.substr(5 + 5) + "}"));
}

TEST(Edtf, ALeapSecondIsATimeOnItsDayAlone) {
  EXPECT_FALSE(refusal("2016-12-31T23:59:60Z"));
  EXPECT_FALSE(refusal("2017-01-01T03:59:60+04:00"));
  EXPECT_TRUE(refusal("2015-12-31T23:59:60Z"));
}

TEST(Edtf, YearsOfEveryNotationLieInTheirBounds) {
  struct Case {
    char const* text;
    char const* earliest;
    char const* latest;
    Precision precision;
  };
  Case const cases[] = {
      {"1950S2", "1900-01-01", "1999-12-31", Precision::century},
      {"1950S3", "1950-01-01", "1959-12-31", Precision::decade},
      {"Y17E2", "1700-01-01", "1700-12-31", Precision::year},
      {"Y17E2S2", "1700-01-01", "1799-12-31", Precision::century},
      {"Y-17E2", "-1700-01-01", "-1700-12-31", Precision::year},
      {"-156X", "-1569-01-01", "-1560-12-31", Precision::decade},
      {"XXXX-02-29", "0000-02-29", "9996-02-29", Precision::century},
      {"2023-24", "2023-12-01", "2024-02-29", Precision::season},
      {"2023-30", "2023-12-01", "2024-02-29", Precision::season},
      {"2023-31", "2023-03-01", "2023-05-31", Precision::season},
      {"2023-38", "2023-05-01", "2023-08-31", Precision::season},
      {"2020-11-10T07:00+04:00", "2020-11-10", "2020-11-10", Precision::minute},
      {"{2022-10,2020,2023-05}", "2020-01-01", "2023-05-31", Precision::year},
  };
  for (auto const& [text, earliest, latest, precision] : cases) {
    auto const date = DateExpression::parse(text);
    EXPECT_EQ(iso_day(date.bounds().start.earliest->day), earliest) << text;
    EXPECT_EQ(iso_day(date.bounds().end.latest->day), latest) << text;
    EXPECT_EQ(word(date.precision()), word(precision)) << text;
  }
}

}  // namespace
}  // namespace annals
