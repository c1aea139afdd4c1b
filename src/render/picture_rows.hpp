#pragma once

#include <cstddef>
#include <vector>

namespace annals::render {

/// A mark of a picture and the width of its label, in pixels.
struct RowItem {
  double from;
  double to;
  double label;
  bool takes_label = false;  ///< the label may stand inside of the mark
};

enum class LabelSide { inside, right, left, below };

struct PlacedItem {
  std::size_t row;
  LabelSide side;
  double label_from;

  /// Below is the next row.
  [[nodiscard]] std::size_t label_row() const { return side == LabelSide::below ? row + 1 : row; }
};

struct PlacedRows {
  std::vector<PlacedItem> items;  ///< in the order given
  std::size_t rows = 0;
};

/// Puts each item, in the order given, into the first row where neither its mark nor its label touches what
/// is there already. A label stands inside of its mark, else to the right of it, else to the left, else
/// below, between the two edges.
[[nodiscard]] PlacedRows place_in_rows(std::vector<RowItem> const& items, double left, double right);

/// Items without a place in time one behind the other, in rows. Only the width of their marks counts.
[[nodiscard]] PlacedRows place_in_turn(std::vector<RowItem>& items, double left, double right);

}  // namespace annals::render
