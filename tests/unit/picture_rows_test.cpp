#include "render/picture_rows.hpp"

#include <gtest/gtest.h>

#include "support/effort.hpp"

namespace annals::render {
namespace {

constexpr double left = 40, right = 1160;

TEST(PictureRows, PutsALabelWhereItHasRoom) {
  auto const side = [](RowItem const& item) { return place_in_rows({item}, left, right).items.front().side; };
  EXPECT_EQ(side({100, 112, 80}), LabelSide::right);
  EXPECT_EQ(side({1100, 1112, 80}), LabelSide::left);
  EXPECT_EQ(side({100, 300, 80, true}), LabelSide::inside);
  EXPECT_EQ(side({100, 150, 80, true}), LabelSide::right);
  EXPECT_EQ(side({60, 1150, 80, false}), LabelSide::below);
}

TEST(PictureRows, FillsARowBeforeTheNext) {
  auto const placed = place_in_rows({{100, 112, 80}, {120, 132, 80}, {400, 412, 80}}, left, right);
  EXPECT_EQ(placed.rows, 2U);
  EXPECT_EQ(placed.items[0].row, 0U);
  EXPECT_EQ(placed.items[1].row, 1U);
  EXPECT_EQ(placed.items[2].row, 0U);
}

struct Box {
  std::size_t row;
  double from, to;
};

/// The marks and labels as they would be drawn; a label inside of its mark is part of it.
std::vector<Box> boxes_of(std::vector<RowItem> const& items, PlacedRows const& placed) {
  std::vector<Box> boxes;
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto const& place = placed.items[i];
    boxes.push_back({place.row, items[i].from, items[i].to});
    if (place.side != LabelSide::inside)
      boxes.push_back({place.label_row(), place.label_from, place.label_from + items[i].label});
  }
  return boxes;
}

void expect_apart(std::vector<Box> const& boxes, std::size_t rows) {
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    EXPECT_LT(boxes[i].row, rows);
    for (std::size_t j = 0; j < i; ++j) {
      EXPECT_TRUE(boxes[i].row != boxes[j].row || boxes[i].to <= boxes[j].from ||
                  boxes[j].to <= boxes[i].from)
          << boxes[i].from << " to " << boxes[i].to << ", " << boxes[j].from << " to " << boxes[j].to;
    }
  }
}

TEST(PictureRows, NothingOverlapsWhateverThereIs) {
  std::mt19937 random(test::random_seed());
  auto const between = [&](double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
  };
  for (int round = 0; round < test::rounds(2000, 200); ++round) {
    std::vector<RowItem> items;
    for (int i = 0; i < 60; ++i) {
      auto const from = between(left, right - 12);
      auto const to = random() % 3 == 0 ? between(from + 12, right) : from + 12;
      items.push_back({from, to, between(5, 300), random() % 2 == 0});
    }
    auto const placed = place_in_rows(items, left, right);
    expect_apart(boxes_of(items, placed), placed.rows);
    for (std::size_t i = 0; i < items.size(); ++i) {
      EXPECT_GE(placed.items[i].label_from, left);
      EXPECT_LE(placed.items[i].label_from + items[i].label, right);
    }
    auto const in_turn = place_in_turn(items, left, right);
    expect_apart(boxes_of(items, in_turn), in_turn.rows);
  }
}

}  // namespace
}  // namespace annals::render
