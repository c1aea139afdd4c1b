#include "render/svg_foot.hpp"

#include "render/entry_text.hpp"
#include "render/svg_marks.hpp"
#include "render/text_measure.hpp"

namespace annals::render {
namespace {

constexpr double foot_size = 10.5, foot_line = 15;

}  // namespace

std::vector<std::string> statements_of(Picture const& picture) {
  auto const& head = picture.head;
  auto const said = [&](Phrase what) { return std::string(phrase(what, head.language)); };
  std::vector<std::string> all;
  all.push_back(counted(static_cast<std::int64_t>(picture.entries.size()), Counted::entries, head.language));
  for (auto const& [label, value] : provenance(head)) all.push_back(label + ": " + value);
  if (picture.claims_without_publication_date > 0) {
    all.push_back(counted(picture.claims_without_publication_date, Counted::claims, head.language) + " " +
                  said(Phrase::left_out));
  }
  all.push_back(said(Phrase::picture_leaves_out));
  return all;
}

double draw_foot(SvgWriter& svg, std::vector<std::string> const& statements, double top) {
  svg.empty("path", {{"d", "M" + pixels(picture_margin) + " " + pixels(top) + "H" +
                               pixels(picture_width - picture_margin)},
                     {"stroke", faint_lines},
                     {"stroke-width", "1"}});
  double y = top + 4;
  for (auto const& statement : statements) {
    auto const width = (picture_width - 2 * picture_margin - 16) / foot_size;
    for (auto const& line : break_to_width(statement, width)) {
      y += foot_line;
      svg.label(picture_margin + 8, y, foot_size, line, {{"fill", faint_letters}});
    }
  }
  return y + foot_line;
}

}  // namespace annals::render
