#include "wire/json_text.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"

namespace annals::wire {
namespace {

Problem refusal(std::string const& text) {
  try {
    (void)canonical_object(text);
  } catch (Error const& error) {
    return error.problem();
  }
  return Problem::internal;
}

TEST(JsonText, AnObjectIsCanonicalAndTakesWhatNoFieldHas) {
  EXPECT_EQ(canonical_object(R"({ "b": 1, "a": [true, null] })", {{"c", "x"}, {"b", "y"}}),
            R"({"a":[true,null],"b":1,"c":"x"})");
  EXPECT_EQ(canonical_object(""), "{}");
  EXPECT_EQ(canonical_object(R"({"__proto__":"x","constructor":1})"), R"({"__proto__":"x","constructor":1})");
}

TEST(JsonText, WhatWouldMisleadAReaderIsRefused) {
  EXPECT_EQ(refusal(std::string(100000, '[')), Problem::bad_json);
  std::string deep = "{\"a\":";
  for (int i = 0; i < 32; ++i) deep += '[';
  EXPECT_EQ(refusal(deep), Problem::bad_json);
  EXPECT_EQ(refusal(R"({"a":{"b":1,"b":2}})"), Problem::duplicate_member);
  EXPECT_EQ(refusal(R"({"a":1e400})"), Problem::invalid_value);
  EXPECT_EQ(refusal("[]"), Problem::invalid_value);
  EXPECT_EQ(refusal("{\"a\":\"\xC0\xAF\"}"), Problem::bad_json);
}

TEST(JsonText, MembersThatNobodyKnowsAreFaults) {
  auto const members = text_members(R"({"key":"d","title":null})", {"key", "title"});
  EXPECT_EQ(members.at("key"), "d");
  EXPECT_EQ(members.at("title"), std::nullopt);
  EXPECT_THROW((void)text_members(R"({"kye":"d"})", {"key"}), Error);
  EXPECT_THROW((void)text_members(R"({"key":5})", {"key"}), Error);
}

}  // namespace
}  // namespace annals::wire
