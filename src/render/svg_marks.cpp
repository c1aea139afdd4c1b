#include "render/svg_marks.hpp"

#include <algorithm>

namespace annals::render {
namespace {

constexpr char const* solid = "#b5cfe9";
constexpr char const* pale = "#e8f0f8";
constexpr double arrow_length = 9;

struct Look {
  std::string fill;
  std::string dashes = "none";
};

std::string dashes_of(EventStatus status, bool is_sure) {
  if (status == EventStatus::unconfirmed) return "1.5 2.5";
  return is_sure ? "none" : "5 3";
}

Look look_of(EventStatus status, bool is_sure, bool is_point) {
  auto const dashes = dashes_of(status, is_sure);
  switch (status) {
    case EventStatus::planned:
    case EventStatus::cancelled:
      return {"#ffffff", dashes};
    case EventStatus::refuted:
      return {"url(#annals-hatch)", dashes};
    case EventStatus::unconfirmed:
      return {"#ffffff", dashes};
    default:
      // So small that a pale one would be taken for the hollow one of a plan.
      if (is_point) return {is_sure ? ink : solid, dashes};
      return {is_sure ? solid : pale, dashes};
  }
}

void draw_shape(SvgWriter& svg, std::string const& path, Look const& look) {
  svg.empty("path", {{"d", path},
                     {"fill", look.fill},
                     {"stroke", ink},
                     {"stroke-width", "1.3"},
                     {"stroke-dasharray", look.dashes}});
}

std::string move(double x, double y) { return "M" + pixels(x) + " " + pixels(y); }
std::string line_to(double x, double y) { return "L" + pixels(x) + " " + pixels(y); }

void draw_line(SvgWriter& svg, std::string const& path) {
  svg.empty("path", {{"d", path}, {"fill", "none"}, {"stroke", ink}, {"stroke-width", "1.3"}});
}

void draw_box(SvgWriter& svg, double from, double to, double y, Look const& look) {
  draw_shape(svg,
             move(from, y - bar_height / 2) + "H" + pixels(to) + "V" + pixels(y + bar_height / 2) + "H" +
                 pixels(from) + "Z",
             look);
}

void draw_diamond(SvgWriter& svg, double x, double y, Look const& look) {
  draw_shape(svg,
             move(x, y - point_radius) + line_to(x + point_radius, y) + line_to(x, y + point_radius) +
                 line_to(x - point_radius, y) + "Z",
             look);
}

/// An end: an arrow where it goes on beyond the edge, a question mark where it is unknown. `outward` is 1 to
/// the right and -1 to the left.
void draw_end(SvgWriter& svg, BarEnd end, double x, double y, double outward) {
  if (end == BarEnd::beyond) {
    draw_shape(svg,
               move(x, y - bar_height / 2) + line_to(x + outward * arrow_length, y) +
                   line_to(x, y + bar_height / 2) + "Z",
               {ink});
  }
  if (end == BarEnd::unknown)
    svg.label(x - outward * 11 - 4, y + 4.5, 13, "?", {{"font-weight", "bold"}, {"fill", letters}});
}

void draw_bar(SvgWriter& svg, Bar const& bar, EventStatus status, double y) {
  if (bar.is_point) {
    draw_diamond(svg, (bar.from + bar.to) / 2, y, look_of(status, bar.has_sure_part(), true));
  } else {
    if (!bar.is_sure()) draw_box(svg, bar.from, bar.to, y, look_of(status, false, false));
    if (bar.has_sure_part()) draw_box(svg, bar.sure_from, bar.sure_to, y, look_of(status, true, false));
  }
  draw_end(svg, bar.start, bar.from, y, -1);
  draw_end(svg, bar.end, bar.to, y, 1);
}

/// Struck through, or crossed out, beside what the shapes show.
void draw_negation(SvgWriter& svg, Bar const& bar, EventStatus status, double y) {
  if (status == EventStatus::cancelled) draw_line(svg, move(bar.from - 3, y) + line_to(bar.to + 3, y));
  if (status != EventStatus::refuted) return;
  auto const middle = (bar.from + bar.to) / 2, arm = bar_height / 2;
  draw_line(svg, move(middle - arm, y - arm) + line_to(middle + arm, y + arm) + move(middle - arm, y + arm) +
                     line_to(middle + arm, y - arm));
}

void note_signs(Bar const& bar, EventStatus status, std::set<Sign>& used) {
  used.insert(bar.is_point ? Sign::point : Sign::bar);
  if (!bar.is_sure()) used.insert(Sign::unsure);
  for (auto const end : {bar.start, bar.end}) {
    if (end == BarEnd::beyond) used.insert(Sign::beyond);
    if (end == BarEnd::unknown) used.insert(Sign::unknown_end);
  }
  if (status == EventStatus::planned) used.insert(Sign::planned);
  if (status == EventStatus::cancelled) used.insert(Sign::cancelled);
  if (status == EventStatus::unconfirmed) used.insert(Sign::unconfirmed);
  if (status == EventStatus::refuted) used.insert(Sign::refuted);
}

}  // namespace

void define_patterns(SvgWriter& svg) {
  svg.open("defs");
  svg.open("pattern", {{"id", "annals-hatch"},
                       {"patternUnits", "userSpaceOnUse"},
                       {"width", "5"},
                       {"height", "5"},
                       {"patternTransform", "rotate(45)"}});
  svg.empty("rect", {{"width", "5"}, {"height", "5"}, {"fill", "#ffffff"}});
  svg.empty("rect", {{"width", "1"}, {"height", "5"}, {"fill", ink}});
  svg.close("pattern");
  svg.close("defs");
}

void draw_mark(SvgWriter& svg, std::vector<Bar> const& bars, EventStatus status, double y,
               std::set<Sign>& used) {
  if (bars.size() > 1) {
    draw_line(svg, move(bars.front().to, y) + line_to(bars.back().from, y));
    used.insert(Sign::several);
  }
  for (auto const& bar : bars) {
    draw_bar(svg, bar, status, y);
    draw_negation(svg, bar, status, y);
    note_signs(bar, status, used);
  }
}

void draw_dispute_sign(SvgWriter& svg, double x, double y) {
  auto const middle = x + 6;
  svg.empty("circle", {{"cx", pixels(middle)},
                       {"cy", pixels(y)},
                       {"r", "6"},
                       {"fill", "#ffffff"},
                       {"stroke", letters},
                       {"stroke-width", "1"}});
  svg.empty("path", {{"d", move(middle - 3, y - 1.5) + "h6" + move(middle - 3, y + 1.5) + "h6" +
                               move(middle - 2, y + 4) + "l4 -8"},
                     {"fill", "none"},
                     {"stroke", letters},
                     {"stroke-width", "1.1"}});
}

}  // namespace annals::render
