#include "render/picture_rows.hpp"

#include <algorithm>

namespace annals::render {
namespace {

constexpr double label_gap = 7;  ///< between a mark and its label
constexpr double item_gap = 12;  ///< between an item and the next of its row

struct Taken {
  double from, to;
};

PlacedItem place_label(RowItem const& item, double left, double right) {
  auto const visible_from = std::max(item.from, left);
  if (item.takes_label && std::min(item.to, right) - visible_from >= item.label + 2 * label_gap)
    return {0, LabelSide::inside, visible_from + label_gap};
  if (item.to + label_gap + item.label <= right) return {0, LabelSide::right, item.to + label_gap};
  if (item.from - label_gap - item.label >= left)
    return {0, LabelSide::left, item.from - label_gap - item.label};
  return {0, LabelSide::below, std::max(left, std::min(item.from, right - item.label))};
}

class Rows {
 public:
  [[nodiscard]] bool is_free(std::size_t row, Taken const& wanted) const {
    if (row >= rows_.size()) return true;
    return std::none_of(rows_[row].begin(), rows_[row].end(), [&](Taken const& taken) {
      return wanted.from < taken.to + item_gap && taken.from < wanted.to + item_gap;
    });
  }
  void take(std::size_t row, Taken const& taken) {
    if (row >= rows_.size()) rows_.resize(row + 1);
    rows_[row].push_back(taken);
  }
  [[nodiscard]] std::size_t count() const { return rows_.size(); }

 private:
  std::vector<std::vector<Taken>> rows_;
};

}  // namespace

PlacedRows place_in_rows(std::vector<RowItem> const& items, double left, double right) {
  PlacedRows placed;
  Rows rows;
  for (auto const& item : items) {
    auto place = place_label(item, left, right);
    Taken const label{place.label_from, place.label_from + item.label};
    Taken mark{item.from, item.to};
    if (place.side != LabelSide::below) mark = {std::min(mark.from, label.from), std::max(mark.to, label.to)};
    while (!rows.is_free(place.row, mark) || !rows.is_free(place.label_row(), label)) ++place.row;
    rows.take(place.row, mark);
    if (place.side == LabelSide::below) rows.take(place.label_row(), label);
    placed.items.push_back(place);
  }
  placed.rows = rows.count();
  return placed;
}

PlacedRows place_in_turn(std::vector<RowItem>& items, double left, double right) {
  PlacedRows placed;
  double at = left;
  for (auto& item : items) {
    auto const mark = item.to - item.from;
    auto const width = mark + label_gap + item.label;
    bool const is_full = at > left && at + width > right;
    if (is_full) at = left;
    if (is_full || placed.items.empty()) ++placed.rows;
    item.from = at;
    item.to = at + mark;
    placed.items.push_back({placed.rows - 1, LabelSide::right, item.to + label_gap});
    at += width + item_gap;
  }
  return placed;
}

}  // namespace annals::render
