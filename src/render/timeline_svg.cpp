#include "render/timeline_svg.hpp"

#include <algorithm>
#include <map>

#include "render/svg_foot.hpp"
#include "render/svg_legend.hpp"
#include "render/svg_plot.hpp"
#include "render/text_measure.hpp"

namespace annals::render {
namespace {

constexpr double heading_size = 22;

/// In a picture of a page, Verdana and DejaVu Sans are the widest: what fits in them fits in the others.
constexpr char const* fonts = "DejaVu Sans, Verdana, Noto Sans, Arial, sans-serif";

struct LaneName {
  std::string identity;
  std::string name;
};

LaneName name_of(ThingLink const& link) {
  return {std::to_string(link.id.dataset) + "/" + link.key, link.name};
}

/// Nothing where the entry has no such thing.
std::optional<LaneName> lane_of(Event const& event, Lanes lanes) {
  switch (lanes) {
    case Lanes::actor:
      if (event.participants.empty()) return std::nullopt;
      return name_of(event.participants.front().actor);
    case Lanes::place:
      if (!event.place) return std::nullopt;
      return name_of(event.place->link);
    case Lanes::type: {
      auto const word = event.type.substr(0, event.type.find('.'));
      return LaneName{word, word};
    }
    case Lanes::tag:
      if (event.tags.empty()) return std::nullopt;
      return LaneName{event.tags.front(), event.tags.front()};
  }
  return std::nullopt;
}

std::string hint_of(Event const& event, Language language) {
  std::string hint =
      event.date ? describe(*event.date, language) : std::string(phrase(Phrase::undated, language));
  hint += ": " + event.title;
  if (event.status != EventStatus::occurred)
    hint += " (" + std::string(describe(event.status, language)) + ")";
  if (event.place) hint += " — " + event.place->link.name;
  return hint;
}

std::string draw_picture(Picture const& picture) {
  auto const& head = picture.head;
  auto const statements = statements_of(picture);
  SvgWriter body;
  std::set<Sign> used;
  auto const room = (picture_width - 2 * picture_margin - 16) / heading_size;
  body.label(picture_margin + 8, 40, heading_size, cut_to_width(head.title, room), {{"fill", letters}});
  double y = draw_plot(body, picture, 56, used);
  y = draw_legend(body, used, head.language, y + 12);
  y = draw_foot(body, statements, y + 12) + 4;

  SvgWriter svg;
  svg.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                   {"width", pixels(picture_width)},
                   {"height", pixels(y)},
                   {"viewBox", "0 0 " + pixels(picture_width) + " " + pixels(y)},
                   {"role", "img"},
                   {"lang", std::string(tag(head.language))},
                   {"font-family", fonts}});
  svg.text_element("title", {}, head.title);
  std::string description;
  for (auto const& statement : statements) (description += description.empty() ? "" : "; ") += statement;
  svg.text_element("desc", {}, description);
  define_patterns(svg);
  svg.empty("rect", {{"width", pixels(picture_width)}, {"height", pixels(y)}, {"fill", "#ffffff"}});
  return std::move(svg).take() + std::move(body).take() + "</svg>\n";
}

class Svg : public TimelineRenderer {
 public:
  explicit Svg(Sink sink) : sink_(std::move(sink)) {}

  void begin(TimelineHead const& head) override { picture_.head = head; }

  void section(std::string const& title) override { section_ = title; }

  void entry(TimelineEntry const& entry) override {
    auto const& event = entry.event;
    PictureEntry shown;
    shown.title = event.title;
    std::replace(shown.title.begin(), shown.title.end(), '\n', ' ');
    shown.hint = hint_of(event, picture_.head.language);
    shown.status = event.status;
    shown.is_disputed = !entry.disputes.empty();
    if (event.date) {
      shown.is_unsure = event.date->approximate() || event.date->uncertain();
      shown.dates = event.date->members();
    }
    shown.lane = lane_number(event);
    picture_.entries.push_back(std::move(shown));
  }

  void span(TimelineSpan const&) override {}
  void footnote(Footnote const&) override {}

  void end(int claims_without_publication_date) override {
    picture_.claims_without_publication_date = claims_without_publication_date;
    sink_(draw_picture(picture_));
  }

 private:
  /// By what was asked for, else by the curator's sections.
  std::size_t lane_number(Event const& event) {
    auto const& lanes = picture_.head.lanes;
    if (!lanes && section_.empty() && picture_.lanes.empty()) return 0;
    auto const lane = lanes ? lane_of(event, *lanes) : LaneName{section_, section_};
    auto const [found, is_new] = numbers_.emplace(lane ? lane->identity : "", picture_.lanes.size());
    if (is_new) picture_.lanes.push_back(lane ? lane->name : "—");
    return found->second;
  }

  Sink sink_;
  Picture picture_;
  std::string section_;
  std::map<std::string, std::size_t> numbers_;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_svg(Sink sink) { return std::make_unique<Svg>(std::move(sink)); }

}  // namespace annals::render
