#include "render/svg_legend.hpp"

#include "render/picture.hpp"
#include "render/text_measure.hpp"

namespace annals::render {
namespace {

constexpr double sample_width = 30, legend_size = 11, legend_row = 24;

std::string_view meaning(Sign sign, Language language) {
  switch (sign) {
    case Sign::point:
      return phrase(Phrase::sign_point, language);
    case Sign::bar:
      return phrase(Phrase::sign_bar, language);
    case Sign::unsure:
      return phrase(Phrase::sign_unsure, language);
    case Sign::beyond:
      return phrase(Phrase::sign_beyond, language);
    case Sign::unknown_end:
      return phrase(Phrase::sign_unknown_end, language);
    case Sign::several:
      return phrase(Phrase::sign_several, language);
    case Sign::planned:
      return describe(EventStatus::planned, language);
    case Sign::cancelled:
      return describe(EventStatus::cancelled, language);
    case Sign::unconfirmed:
      return describe(EventStatus::unconfirmed, language);
    case Sign::refuted:
      return describe(EventStatus::refuted, language);
    case Sign::disputed:
      return phrase(Phrase::disputes, language);
  }
  return "";
}

EventStatus status_of(Sign sign) {
  switch (sign) {
    case Sign::planned:
      return EventStatus::planned;
    case Sign::cancelled:
      return EventStatus::cancelled;
    case Sign::unconfirmed:
      return EventStatus::unconfirmed;
    case Sign::refuted:
      return EventStatus::refuted;
    default:
      return EventStatus::occurred;
  }
}

Bar sample_point(double x) {
  Bar bar{x, x + 2 * point_radius, x, x + 2 * point_radius};
  bar.is_point = true;
  return bar;
}

std::vector<Bar> sample_of(Sign sign, double x) {
  auto const to = x + sample_width;
  Bar bar{x, to, x, to};
  switch (sign) {
    case Sign::point:
      return {sample_point(x + sample_width / 2 - point_radius)};
    case Sign::several:
      return {sample_point(x), sample_point(to - 2 * point_radius)};
    case Sign::unsure:
      bar.sure_to = bar.sure_from;
      break;
    case Sign::beyond:
      bar.end = BarEnd::beyond;
      break;
    case Sign::unknown_end:
      bar.end = BarEnd::unknown;
      bar.sure_to = x + 12;
      break;
    default:
      break;
  }
  return {bar};
}

}  // namespace

double draw_legend(SvgWriter& svg, std::set<Sign> const& used, Language language, double top) {
  if (used.empty()) return top;
  double x = picture_margin + 8, y = top + legend_row / 2;
  for (auto const sign : used) {
    auto const text = meaning(sign, language);
    auto const width = sample_width + 18 + text_width(text) * legend_size;
    if (x + width > picture_width - picture_margin && x > picture_margin + 8) {
      x = picture_margin + 8;
      y += legend_row;
    }
    std::set<Sign> shown;
    if (sign == Sign::disputed) {
      draw_dispute_sign(svg, x + sample_width / 2 - 6, y);
    } else {
      draw_mark(svg, sample_of(sign, x), status_of(sign), y, shown);
    }
    svg.label(x + sample_width + 14, y + 4, legend_size, text, {{"fill", letters}});
    x += width + 22;
  }
  return y + legend_row / 2;
}

}  // namespace annals::render
