#include "render/entry_text.hpp"
#include "render/timeline_exports.hpp"
#include "render/xml_writer.hpp"
#include "wire/query_text.hpp"

namespace annals::render {
namespace {

class Atom : public TimelineRenderer {
 public:
  explicit Atom(Sink sink) : xml_(std::move(sink)) {}

  void begin(TimelineHead const& head) override {
    language_ = head.language;
    xml_.begin("feed",
               {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", std::string(tag(head.language))}});
    xml_.element("id", feed_id(head));
    xml_.element("title", head.title);
    xml_.element("subtitle", provenance_text(head));
    xml_.element("updated", head.as_of);
    xml_.empty("link", {{"rel", "self"}, {"type", "application/atom+xml"}, {"href", feed_address(head)}});
    tell_authors(head);
    for (auto const& dataset : head.datasets) {
      // RFC 4287 allows one of these: that of the only dataset; of several each stands in the subtitle.
      if (dataset.licence && head.datasets.size() == 1) xml_.element("rights", *dataset.licence);
    }
    xml_.element("generator", "Annals");
    xml_.send();
  }

  void entry(TimelineEntry const& entry) override {
    auto const& event = entry.event;
    auto const& head = event.head;
    xml_.begin("entry");
    xml_.element("id", thing_uri("event", head.dataset, head.key));
    xml_.element("title", event.title);
    xml_.element("published", head.created_at);
    xml_.element("updated", head.updated_at);
    xml_.empty("category", {{"term", event.type}, {"scheme", "tag:annals,2026:type"}});
    for (auto const& word : event.tags)
      xml_.empty("category", {{"term", word}, {"scheme", "tag:annals,2026:tag"}});
    tell_content(entry);
    xml_.end();
    xml_.send();
  }

  void span(TimelineSpan const&) override {}
  void footnote(Footnote const&) override {}

  void end(int claims_without_publication_date) override {
    if (claims_without_publication_date > 0)
      xml_.comment(left_out_text(claims_without_publication_date, language_));
    xml_.end();
    xml_.send();
  }

 private:
  /// That of a saved timeline stays when its query is edited.
  static std::string feed_id(TimelineHead const& head) {
    if (!head.saved) return "tag:annals,2026:timeline?" + filter_text(head);
    auto const known_by = head.known_by ? "?known_by=" + *head.known_by : "";
    return thing_uri("timeline", head.saved->dataset, head.saved->key) + known_by;
  }

  /// From the service's root.
  static std::string feed_address(TimelineHead const& head) {
    auto path = std::string("/v1/timeline"), parameters = filter_text(head);
    if (head.saved) {
      path = "/v1/datasets/" + head.saved->dataset + "/timelines/" + head.saved->key + "/assembled";
      parameters = head.known_by ? wire::query_text({{"known_by", *head.known_by}}) : "";
    }
    return path + ".atom" + (parameters.empty() ? "" : '?' + parameters);
  }

  /// A feed has an author (RFC 4287 section 4.1.1): each team's dataset.
  void tell_authors(TimelineHead const& head) {
    for (auto const& dataset : head.datasets) {
      xml_.begin("author");
      xml_.element("name", dataset.title);
      xml_.end();
    }
    if (!head.datasets.empty()) return;
    xml_.begin("author");
    xml_.element("name", "Annals");
    xml_.end();
  }

  void tell_content(TimelineEntry const& entry) {
    xml_.begin("content", {{"type", "xhtml"}});
    xml_.begin("div", {{"xmlns", "http://www.w3.org/1999/xhtml"}});
    auto when = date_line(entry.event.date, language_);
    if (entry.event.place) when += " — " + entry.event.place->link.name;
    xml_.element("p", when);
    for (auto const& remark : remarks_on(entry, language_)) xml_.element("p", remark);
    auto const sources = sources_of(entry);
    if (!sources.empty()) {
      xml_.element("p", phrase(Phrase::sources, language_));
      xml_.begin("ul");
      for (auto const& [key, title] : sources) xml_.element("li", title + " (" + key + ")");
      xml_.end();
    }
    xml_.end();
    xml_.end();
  }

  XmlWriter xml_;
  Language language_ = Language::en;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_atom(Sink sink) { return std::make_unique<Atom>(std::move(sink)); }

}  // namespace annals::render
