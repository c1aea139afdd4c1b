#include "render/picture_scale.hpp"

#include <gtest/gtest.h>

namespace annals::render {
namespace {

Bounds bounds(std::string const& edtf) { return DateExpression::parse(edtf).bounds(); }

/// A day is ten pixels, the first of 2023 at 0.
PictureScale const scale{begin_of(*bounds("2023-01-01").start.earliest),
                         begin_of(*bounds("2023-04-11").start.earliest), 0, 1000};

Bar bar(std::string const& edtf) { return bar_of(bounds(edtf), scale); }

TEST(PictureScale, IsSureOfNoMoreThanTheDate) {
  auto const interval = bar("2023-01-11/2023-01-20");
  EXPECT_DOUBLE_EQ(interval.from, 100);
  EXPECT_DOUBLE_EQ(interval.to, 200);
  EXPECT_TRUE(interval.is_sure());

  auto const rough = bar("2023-01/2023-03");
  EXPECT_DOUBLE_EQ(rough.from, 0);
  EXPECT_DOUBLE_EQ(rough.sure_from, 300);  // it may have begun on the last of January
  EXPECT_DOUBLE_EQ(rough.sure_to, 600);    // and ended on the first of March
  EXPECT_DOUBLE_EQ(rough.to, 900);

  EXPECT_FALSE(bar("2023-02").has_sure_part());
  EXPECT_FALSE(bar("[2023-01-11..2023-01-20]").has_sure_part());
}

TEST(PictureScale, ShowsHowADateEnds) {
  auto const open = bar("2023-01-11/..");
  EXPECT_EQ(open.end, BarEnd::beyond);
  EXPECT_DOUBLE_EQ(open.to, 1000);
  EXPECT_DOUBLE_EQ(open.sure_to, 1000);

  auto const unknown = bar("2023-01-11/");
  EXPECT_EQ(unknown.end, BarEnd::unknown);
  EXPECT_LT(unknown.to, 200);
  EXPECT_FALSE(unknown.has_sure_part());

  auto const before = bar("[..2023-01-20]");
  EXPECT_EQ(before.start, BarEnd::beyond);
  EXPECT_FALSE(before.has_sure_part());
  EXPECT_EQ(bar("/2023-01-20").start, BarEnd::unknown);
}

TEST(PictureScale, ShowsWhatIsShortAsAPoint) {
  PictureScale const years{scale.from, scale.from + 3650 * seconds_of_day, 0, 1000};
  EXPECT_TRUE(bar_of(bounds("2023-02-03"), years).is_point);
  EXPECT_TRUE(bar_of(bounds("2023-02-03"), years).is_sure());
  EXPECT_TRUE(bar_of(bounds("2023-02"), years).is_point);
  EXPECT_FALSE(bar_of(bounds("2023-02"), years).is_sure());
  // Where a day is as wide as a bar, it is a stretch within which the event lies.
  auto const day = bar("2023-02-03");
  EXPECT_FALSE(day.is_point);
  EXPECT_FALSE(day.has_sure_part());
}

TEST(PictureScale, HoldsEveryMomentAndMore) {
  auto const found = scale_of({bounds("2023-02"), bounds("2019/.."), bounds("[..2024]")}, 0, 1000);
  ASSERT_TRUE(found);
  EXPECT_GT(found->x(begin_of(*bounds("2019").start.earliest)), 0);
  EXPECT_LT(found->x(finish_of(*bounds("2024").end.latest)), 1000);
  EXPECT_FALSE(scale_of({}, 0, 1000));
}

}  // namespace
}  // namespace annals::render
