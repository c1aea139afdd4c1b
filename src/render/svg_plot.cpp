#include "render/svg_plot.hpp"

#include <algorithm>

#include "render/picture_rows.hpp"
#include "render/text_measure.hpp"

namespace annals::render {
namespace {

constexpr double gutter = 160;    ///< for the names of lanes
constexpr double edge_room = 14;  ///< for arrows beyond the edges
constexpr double row_height = 24, lane_padding = 7, axis_height = 40;
constexpr double title_size = 12, lane_size = 12, axis_size = 11;
constexpr double title_max = 420;
constexpr double axis_again_behind = 700;  ///< a plot as high has its axis below as well

/// An entry with its place.
struct Shown {
  PictureEntry const* entry;
  std::vector<Bar> bars;
  std::string title;
  PlacedItem place;
};

struct LaneRows {
  std::string name;
  std::vector<Shown> entries;
  std::size_t rows = 0;

  [[nodiscard]] double height() const {
    return static_cast<double>(std::max<std::size_t>(rows, 1)) * row_height + 2 * lane_padding;
  }
};

bool is_dated(PictureEntry const& entry) {
  return std::any_of(entry.dates.begin(), entry.dates.end(), has_moment);
}

std::vector<Bar> bars_of(PictureEntry const& entry, PictureScale const& scale) {
  std::vector<Bar> bars;
  for (auto const& date : entry.dates) {
    if (!has_moment(date)) continue;
    bars.push_back(bar_of(date, scale));
    if (entry.is_unsure) bars.back().sure_from = bars.back().sure_to = bars.back().to;
  }
  return bars;
}

/// Beside a mark of its own kind that says nothing of when.
Bar bar_without_date(double from) {
  Bar bar{};
  bar.from = from;
  bar.to = bar.sure_from = bar.sure_to = from + 2 * point_radius;
  bar.is_point = true;
  return bar;
}

double label_width(Shown const& shown) {
  return text_width(shown.title) * title_size + (shown.entry->is_disputed ? dispute_sign_width : 0);
}

RowItem item_of(Shown const& shown) {
  RowItem item{shown.bars.front().from, shown.bars.front().to, label_width(shown)};
  for (auto const& bar : shown.bars) {
    item.from = std::min(item.from, bar.from);
    item.to = std::max(item.to, bar.to);
  }
  auto const status = shown.entry->status;
  // A title that is written over hatching or a stroke is hard to read.
  item.takes_label = shown.bars.size() == 1 && !shown.bars.front().is_point &&
                     shown.bars.front().start != BarEnd::unknown &&
                     shown.bars.front().end != BarEnd::unknown && status != EventStatus::refuted &&
                     status != EventStatus::cancelled;
  return item;
}

class Plot {
 public:
  Plot(SvgWriter& svg, Picture const& picture, std::set<Sign>& used)
      : svg_(svg), picture_(picture), used_(used), left_(picture_margin + edge_room) {
    if (!picture.lanes.empty()) left_ += gutter;
    std::vector<Bounds> dates;
    for (auto const& entry : picture.entries)
      dates.insert(dates.end(), entry.dates.begin(), entry.dates.end());
    scale_ = scale_of(dates, left_, right_);
    arrange();
  }

  double draw(double top) {
    double const lanes_top = scale_ ? top + axis_height : top;
    double y = lanes_top;
    bool is_tinted = true;
    for (auto const& lane : lanes_) {
      if (is_tinted) draw_band(y, lane.height());
      is_tinted = !is_tinted;
      y += lane.height();
    }
    if (scale_) y = draw_axes(lanes_top, y);
    double lane_top = lanes_top;
    for (auto const& lane : lanes_) {
      draw_lane(lane, lane_top);
      lane_top += lane.height();
    }
    if (undated_.entries.empty()) return y;
    if (is_tinted) draw_band(y, undated_.height());
    draw_lane(undated_, y);
    return y + undated_.height();
  }

 private:
  void arrange() {
    lanes_.resize(std::max<std::size_t>(picture_.lanes.size(), 1));
    for (std::size_t i = 0; i < picture_.lanes.size(); ++i) lanes_[i].name = picture_.lanes[i];
    undated_.name = phrase(Phrase::undated, picture_.head.language);
    for (auto const& entry : picture_.entries) {
      Shown shown{&entry, {}, cut_to_width(entry.title, title_max / title_size), {}};
      bool const is_placed = scale_ && is_dated(entry);
      shown.bars = is_placed ? bars_of(entry, *scale_) : std::vector{bar_without_date(left_)};
      (is_placed ? lanes_[entry.lane] : undated_).entries.push_back(std::move(shown));
    }
    std::erase_if(lanes_, [](LaneRows const& lane) { return lane.entries.empty(); });
    for (auto& lane : lanes_) place(lane, false);
    place(undated_, true);
  }

  void place(LaneRows& lane, bool is_undated) const {
    std::vector<RowItem> items;
    for (auto const& shown : lane.entries) items.push_back(item_of(shown));
    auto const left = is_undated && picture_.lanes.empty() ? left_ + gutter : left_;
    auto const placed = is_undated ? place_in_turn(items, left, right_) : place_in_rows(items, left_, right_);
    lane.rows = placed.rows;
    for (std::size_t i = 0; i < lane.entries.size(); ++i) {
      lane.entries[i].place = placed.items[i];
      if (is_undated) lane.entries[i].bars = {bar_without_date(items[i].from)};
    }
  }

  void draw_band(double y, double height) {
    svg_.empty("rect", {{"x", pixels(picture_margin)},
                        {"y", pixels(y)},
                        {"width", pixels(picture_width - 2 * picture_margin)},
                        {"height", pixels(height)},
                        {"fill", "#f7f8fa"}});
  }

  /// Returns where it ends.
  double draw_axes(double top, double bottom) {
    auto const characters = static_cast<int>((right_ - left_) / (axis_size * 0.65));
    auto const ticks = time_ticks(scale_->from, scale_->before, characters, picture_.head.language);
    bool const again = bottom - top > axis_again_behind;
    for (auto const& tick : ticks) {
      auto const x = pixels(scale_->x(tick.at));
      svg_.empty("path", {{"d", "M" + x + " " + pixels(top - 18) + "V" + pixels(bottom + (again ? 18 : 0))},
                          {"stroke", faint_lines},
                          {"stroke-width", "1"}});
    }
    draw_labels(ticks, top - 8);
    draw_days(ticks, top - 22);
    if (!again) return bottom;
    draw_labels(ticks, bottom + 16);
    draw_days(ticks, bottom + 30);
    return bottom + axis_height;
  }

  void draw_labels(std::vector<TimeTick> const& ticks, double y) {
    double label_end = 0;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
      auto const x = scale_->x(ticks[i].at) + 4;
      auto const end = x + text_width(ticks[i].label) * axis_size;
      if (x < label_end || end > picture_width - 2) continue;
      svg_.label(x, y, axis_size, ticks[i].label, {{"fill", letters}});
      label_end = end + 4;
    }
  }

  /// The first gives way to the next, which has a whole day to the right.
  void draw_days(std::vector<TimeTick> const& ticks, double y) {
    double next = picture_width;
    for (auto tick = ticks.rbegin(); tick != ticks.rend(); ++tick) {
      if (tick->day.empty()) continue;
      auto const x = scale_->x(tick->at) + 4;
      if (x + text_width(tick->day) * axis_size > next) continue;
      svg_.label(x, y, axis_size, tick->day, {{"fill", letters}, {"font-weight", "bold"}});
      next = x - 4;
    }
  }

  void draw_lane(LaneRows const& lane, double top) {
    draw_name(lane, top);
    for (auto const& shown : lane.entries) draw_entry(shown, top + lane_padding);
  }

  void draw_name(LaneRows const& lane, double top) {
    if (lane.name.empty()) return;
    auto const width = (gutter - 14) / (lane_size * 1.12);  // bold
    auto lines = break_to_width(lane.name, width);
    if (lines.size() > lane.rows) lines = {cut_to_width(lane.name, width)};
    svg_.open("g");
    svg_.text_element("title", {}, lane.name);
    double y = top + lane_padding + row_height / 2 + 4;
    for (auto const& text : lines) {
      svg_.label(picture_margin + 8, y, lane_size, text, {{"font-weight", "bold"}, {"fill", letters}});
      y += 16;
    }
    svg_.close("g");
  }

  void draw_entry(Shown const& shown, double rows_top) {
    auto const middle = [&](std::size_t row) {
      return rows_top + (static_cast<double>(row) + 0.5) * row_height;
    };
    svg_.open("g");
    svg_.text_element("title", {}, shown.entry->hint);
    draw_mark(svg_, shown.bars, shown.entry->status, middle(shown.place.row), used_);
    draw_title(shown, middle(shown.place.label_row()));
    svg_.close("g");
  }

  /// The sign of a dispute stands between the mark and the title, which is drawn towards the mark.
  void draw_title(Shown const& shown, double y) {
    bool const is_left = shown.place.side == LabelSide::left;
    double x = shown.place.label_from + (is_left ? label_width(shown) : 0);
    if (shown.entry->is_disputed) {
      draw_dispute_sign(svg_, is_left ? x - dispute_sign_width + 4 : x, y);
      used_.insert(Sign::disputed);
      x += is_left ? -dispute_sign_width : dispute_sign_width;
    }
    bool const is_struck = shown.entry->status == EventStatus::cancelled;
    bool const is_inside = shown.place.side == LabelSide::inside;
    Attributes const attributes{{"fill", letters},
                                {"text-decoration", is_struck ? "line-through" : "none"},
                                // Over the lines of the axis.
                                {"paint-order", "stroke"},
                                {"stroke", is_inside ? "none" : "#ffffff"},
                                {"stroke-width", "3"},
                                {"stroke-opacity", "0.8"}};
    if (is_left) {
      svg_.label_before(x, y + 4.2, title_size, shown.title, attributes);
    } else {
      svg_.label(x, y + 4.2, title_size, shown.title, attributes);
    }
  }

  SvgWriter& svg_;
  Picture const& picture_;
  std::set<Sign>& used_;
  double left_;
  double right_ = picture_width - picture_margin - edge_room;
  std::optional<PictureScale> scale_;
  std::vector<LaneRows> lanes_;
  LaneRows undated_;
};

}  // namespace

double draw_plot(SvgWriter& svg, Picture const& picture, double top, std::set<Sign>& used) {
  return Plot(svg, picture, used).draw(top);
}

}  // namespace annals::render
