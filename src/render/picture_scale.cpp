#include "render/picture_scale.hpp"

#include <algorithm>

namespace annals::render {
namespace {

constexpr double point_below = 10;  ///< pixels
constexpr double stub = 30;         ///< of a side that nobody knows

struct Extent {
  std::optional<CivilSeconds> from, before;
  bool has_clock = false;  ///< all of it

  void add(std::optional<Moment> const& moment) {
    if (!moment) return;
    has_clock = moment->clock && (has_clock || !from);
    from = std::min(from.value_or(begin_of(*moment)), begin_of(*moment));
    before = std::max(before.value_or(finish_of(*moment)), finish_of(*moment));
  }
};

/// Something that happened at one time, whichever it was, and did not last.
bool is_one_time(Bounds const& date) { return date.start == date.end; }

/// The left side of a bar: where it begins and how.
void place_start(Bounds const& date, PictureScale const& scale, Bar& bar) {
  if (date.start.earliest) {
    bar.from = scale.x(begin_of(*date.start.earliest));
  } else if (date.start.open || date.start.latest) {
    bar.start = BarEnd::beyond;
    bar.from = scale.left;
  } else {
    bar.start = BarEnd::unknown;
    auto const& known = date.end.earliest ? date.end.earliest : date.end.latest;
    bar.from = std::max(scale.left, scale.x(begin_of(*known)) - stub);
  }
}

void place_end(Bounds const& date, PictureScale const& scale, Bar& bar) {
  if (date.end.latest) {
    bar.to = scale.x(finish_of(*date.end.latest));
  } else if (date.end.open || date.end.earliest) {
    bar.end = BarEnd::beyond;
    bar.to = scale.right;
  } else {
    bar.end = BarEnd::unknown;
    auto const& known = date.start.latest ? date.start.latest : date.start.earliest;
    bar.to = std::min(scale.right, scale.x(finish_of(*known)) + stub);
  }
}

/// From the latest start to the earliest end; an open side of something that lasts is sure to its edge.
void place_sure_part(Bounds const& date, PictureScale const& scale, Bar& bar) {
  bar.sure_from = bar.sure_to = bar.from;
  auto const& start = date.start.latest;
  auto const& end = date.end.earliest;
  if (!(start || date.start.open) || !(end || date.end.open)) return;
  auto const from = start ? scale.x(begin_of(*start)) : scale.left;
  auto const to = end ? scale.x(finish_of(*end)) : scale.right;
  if (from < to) bar.sure_from = from, bar.sure_to = to;
}

}  // namespace

double PictureScale::x(CivilSeconds at) const {
  return left + (right - left) * static_cast<double>(at - from) / static_cast<double>(before - from);
}

bool has_moment(Bounds const& date) {
  return date.start.earliest || date.start.latest || date.end.earliest || date.end.latest;
}

std::optional<PictureScale> scale_of(std::vector<Bounds> const& dates, double left, double right) {
  Extent extent;
  for (auto const& date : dates) {
    for (auto const* edge : {&date.start, &date.end}) {
      extent.add(edge->earliest);
      extent.add(edge->latest);
    }
  }
  if (!extent.from) return std::nullopt;
  auto const span = *extent.before - *extent.from;
  // A day by itself is a point on some months, a minute on some hours.
  CivilSeconds const alone = extent.has_clock ? 3600 : 60 * seconds_of_day;
  CivilSeconds const finest = extent.has_clock ? 60 : seconds_of_day;
  auto const room = span <= finest ? alone : std::max(span / 30, finest / 2);
  return PictureScale{*extent.from - room, *extent.before + room, left, right};
}

Bar bar_of(Bounds const& date, PictureScale const& scale) {
  Bar bar{};
  place_start(date, scale, bar);
  place_end(date, scale, bar);
  place_sure_part(date, scale, bar);
  bool const is_closed = bar.start == BarEnd::closed && bar.end == BarEnd::closed;
  bar.is_point = is_closed && bar.to - bar.from < point_below;
  // Wide enough to be seen, a day is a stretch somewhere within which it happened.
  if (!bar.is_point && is_one_time(date)) bar.sure_from = bar.sure_to = bar.from;
  if (bar.is_point) {
    bool const is_sure = bar.is_sure();
    auto const middle = (bar.from + bar.to) / 2;
    bar.from = middle - point_radius;
    bar.to = middle + point_radius;
    bar.sure_from = is_sure ? bar.from : bar.to;
    bar.sure_to = bar.to;
  }
  return bar;
}

}  // namespace annals::render
