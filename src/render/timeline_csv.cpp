#include "render/timeline_csv.hpp"

#include <algorithm>
#include <map>

#include "wire/csv_writer.hpp"
#include "wire/json_writer.hpp"

namespace annals::render {
namespace {

constexpr std::string_view header =
    "n,dataset,key,date,earliest,latest,date_text,certainly_after_previous,title,description,type,status,"
    "place,"
    "longitude,latitude,country,participants,quantities,tags,disputed,not_evidenced,independent_sources,"
    "independent_denials,sources,source_titles,note,section,licence,citation,filter,as_of\n";

std::string decimal(double number) {
  std::string text;
  wire::JsonWriter(text).value(number);
  return text;
}

std::string join(std::vector<std::string> const& parts, std::string_view separator = "|") {
  std::string text;
  for (auto const& part : parts) (text += text.empty() ? "" : separator) += part;
  return text;
}

class TimelineCsv : public TimelineRenderer {
 public:
  explicit TimelineCsv(Sink sink) : sink_(std::move(sink)), csv_(buffer_) {}

  void begin(TimelineHead const& head) override {
    for (auto const& [name, value] : head.query)
      (filter_ += filter_.empty() ? "" : "&") += name + "=" + value;
    as_of_ = head.as_of;
    for (auto const& dataset : head.datasets) datasets_.emplace(dataset.key, dataset);
    sink_(header);
  }

  void section(std::string const& title) override { section_ = title; }

  void entry(TimelineEntry const& entry) override {
    auto const& event = entry.event;
    csv_.plain(std::to_string(++number_)).plain(event.head.dataset).plain(event.head.key);
    write_date(event.date);
    auto const after = entry.certainly_after_previous;
    csv_.plain(after ? (*after ? "true" : "false") : "").text(event.title).text(event.description);
    csv_.plain(event.type).plain(word(event.status));
    write_place(event.place);
    write_lists(event);
    csv_.plain(join(event.disputed)).plain(join(entry.not_evidenced));
    csv_.plain(std::to_string(entry.witnesses.sources)).plain(std::to_string(entry.witnesses.denials));
    write_sources(entry.claims);
    csv_.text(entry.note).text(section_);
    auto const& dataset = datasets_.at(event.head.dataset);
    csv_.text(dataset.licence).text(dataset.citation).text(filter_).plain(as_of_);
    csv_.end_row();
    sink_(buffer_);
    buffer_.clear();
  }

  void span(TimelineSpan const&) override {}
  void footnote(Footnote const&) override {}
  void end(int) override {}

 private:
  void write_date(std::optional<DateExpression> const& date) {
    auto const moment = [](std::optional<Moment> const& m) { return m ? iso_moment(*m) : std::string(); };
    auto const bounds = date ? date->bounds() : Bounds{};
    csv_.plain(date ? date->edtf() : "")
        .plain(moment(bounds.start.earliest))
        .plain(moment(bounds.end.latest));
    csv_.text(date ? describe(*date) : "");
  }

  void write_place(std::optional<EventPlace> const& place) {
    csv_.text(place ? place->link.name : "");
    if (place && place->point) {
      csv_.plain(decimal(place->point->longitude)).plain(decimal(place->point->latitude));
    } else {
      csv_.plain("").plain("");
    }
    csv_.plain(place ? place->country : std::nullopt);
  }

  void write_lists(Event const& event) {
    std::vector<std::string> participants, quantities;
    for (auto const& one : event.participants) participants.push_back(one.role + ":" + one.actor.name);
    for (auto const& [name, quantity] : event.quantities)
      quantities.push_back(name + "=" + print_quantity(quantity));
    csv_.text(join(participants)).plain(join(quantities)).text(join(event.tags));
  }

  void write_sources(std::vector<Evidence> const& claims) {
    std::vector<std::string> keys, titles;
    for (auto const& one : claims) {
      auto const& source = one.claim.source;
      if (std::find(keys.begin(), keys.end(), source.key) != keys.end()) continue;
      keys.push_back(source.key);
      titles.push_back(source.name);
    }
    csv_.plain(join(keys)).text(join(titles));
  }

  std::string section_;
  Sink sink_;
  std::string buffer_;
  wire::CsvWriter csv_;
  std::map<std::string, Dataset> datasets_;
  std::string filter_;
  std::string as_of_;
  int number_ = 0;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_csv(Sink sink) {
  return std::make_unique<TimelineCsv>(std::move(sink));
}

}  // namespace annals::render
