#include "db/sql_text.hpp"

#include <gtest/gtest.h>

namespace annals::db {
namespace {

TEST(SqlText, AParameterKeepsOneNumberHoweverOftenItIsNamed) {
  auto const sql = expand("select $from, $to, $from::day[]", View{});
  EXPECT_EQ(sql.text, "select $1, $2, $1::day[]");
  EXPECT_EQ(sql.parameters, (std::vector<std::string>{"from", "to"}));
}

TEST(SqlText, LiteralsStandAndCommentsGo) {
  EXPECT_EQ(expand("select '$a @event'--@event\nwhere", View{}).text, "select '$a @event'\nwhere");
}

TEST(SqlText, EveryTableIsSeenThroughTheCallersView) {
  auto const now = expand("from @event e", View{}).text;
  EXPECT_NE(now.find("visibility in ('public')"), std::string::npos);
  EXPECT_NE(now.find("until is null"), std::string::npos);
  auto const then = expand("from @event e", View{"2024-01-01T00:00:00Z"});
  EXPECT_NE(then.text.find("since <= $1::timestamptz"), std::string::npos);
  EXPECT_EQ(then.parameters, (std::vector<std::string>{"as_of"}));
}

TEST(SqlText, AKeyShowsMoreAndLookingBackShowsNothingThatIsHiddenNow) {
  auto const text = [](View const& view) { return expand("from @event e", view).text; };
  EXPECT_NE(text({{}, Clearance::member}).find("visibility in ('public', 'members')"), std::string::npos);
  EXPECT_EQ(text({{}, Clearance::editor}).find("visibility in"), std::string::npos);
  EXPECT_NE(text({"2024-01-01T00:00:00Z"}).find("hidden.id = event.id"), std::string::npos);
  EXPECT_EQ(text({"2024-01-01T00:00:00Z", Clearance::editor}).find("hidden"), std::string::npos);
}

TEST(SqlText, AnUnknownTableIsADefectOfTheProgram) {
  EXPECT_THROW(expand("from @evnet", View{}), std::logic_error);
}

}  // namespace
}  // namespace annals::db
