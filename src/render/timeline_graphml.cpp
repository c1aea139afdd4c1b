#include <map>
#include <set>

#include "render/entry_text.hpp"
#include "render/timeline_exports.hpp"
#include "render/xml_writer.hpp"
#include "wire/json_writer.hpp"

namespace annals::render {
namespace {

struct GraphKey {
  std::string_view of, name, type;
};
/// The identifiers of the keys are the names: Gephi and networkx show either.
constexpr GraphKey graph_keys[] = {
    {"graph", "title", "string"},       {"graph", "provenance", "string"}, {"node", "kind", "string"},
    {"node", "label", "string"},        {"node", "dataset", "string"},     {"node", "key", "string"},
    {"node", "type", "string"},         {"node", "status", "string"},      {"node", "edtf", "string"},
    {"node", "date", "string"},         {"node", "earliest", "string"},    {"node", "latest", "string"},
    {"node", "place", "string"},        {"node", "longitude", "double"},   {"node", "latitude", "double"},
    {"node", "in_timeline", "boolean"}, {"edge", "relation", "string"},    {"edge", "role", "string"},
};

std::string key_id(std::string_view of, std::string_view name) {
  return std::string(of) + "_" + std::string(name);
}

std::string number_text(double number) {
  std::string text;
  wire::JsonWriter(text).value(number);
  return text;
}

std::string event_node(std::string const& dataset, std::string const& key) {
  return "event/" + dataset + "/" + key;
}

class Graphml : public TimelineRenderer {
 public:
  explicit Graphml(Sink sink) : xml_(std::move(sink)) {}

  void begin(TimelineHead const& head) override {
    language_ = head.language;
    xml_.begin("graphml", {{"xmlns", "http://graphml.graphdrawing.org/xmlns"}});
    for (auto const& [of, name, type] : graph_keys) {
      xml_.empty("key", {{"id", key_id(of, name)},
                         {"for", std::string(of)},
                         {"attr.name", std::string(name)},
                         {"attr.type", std::string(type)}});
    }
    xml_.begin("graph", {{"id", "timeline"}, {"edgedefault", "directed"}});
    data("graph", "title", head.title);
    data("graph", "provenance", provenance_text(head));
    xml_.send();
  }

  void entry(TimelineEntry const& entry) override {
    auto const& event = entry.event;
    auto const node = event_node(event.head.dataset, event.head.key);
    told_.insert(node);
    named_.erase(node);
    begin_node(node, "event", event.title);
    tell_event(event);
    data("node", "in_timeline", "true");
    xml_.end();
    for (auto const& one : event.participants) tell_participant(event, node, one);
    for (auto const& relation : entry.relations) {
      auto const other = event_node(relation.other.dataset, relation.other.key);
      name(other, relation.other_title);
      tell_edge(node, other, word(relation.relation));
    }
    for (auto const& same : entry.merged) {
      auto const other = event_node(same.dataset, same.key);
      name(other, event.title);
      tell_edge(other, node, word(EventRelationKind::same_as));
    }
    xml_.send();
  }

  void span(TimelineSpan const&) override {}
  void footnote(Footnote const&) override {}

  void end(int claims_without_publication_date) override {
    for (auto const& [node, title] : named_) {
      begin_node(node, "event", title.empty() ? node : title);
      data("node", "in_timeline", "false");
      xml_.end();
    }
    xml_.end();
    if (claims_without_publication_date > 0)
      xml_.comment(left_out_text(claims_without_publication_date, language_));
    xml_.end();
    xml_.send();
  }

 private:
  void data(std::string_view of, std::string_view name, std::string_view value) {
    if (!value.empty()) xml_.element("data", value, {{"key", key_id(of, name)}});
  }

  void begin_node(std::string const& id, std::string_view kind, std::string_view label) {
    xml_.begin("node", {{"id", id}});
    data("node", "kind", kind);
    data("node", "label", label);
  }

  void tell_event(Event const& event) {
    data("node", "dataset", event.head.dataset);
    data("node", "key", event.head.key);
    data("node", "type", event.type);
    data("node", "status", word(event.status));
    if (event.date) {
      auto const& [start, end] = event.date->bounds();
      data("node", "edtf", event.date->edtf());
      data("node", "date", describe(*event.date, language_));
      data("node", "earliest", start.earliest ? iso_moment(*start.earliest) : "");
      data("node", "latest", end.latest ? iso_moment(*end.latest) : "");
    }
    if (!event.place) return;
    data("node", "place", event.place->link.name);
    if (auto const& point = event.place->point) {
      data("node", "longitude", number_text(point->longitude));
      data("node", "latitude", number_text(point->latitude));
    }
  }

  void tell_participant(Event const& event, std::string const& node, Participant const& one) {
    auto const actor = "actor/" + event.head.dataset + "/" + one.actor.key;
    if (told_.insert(actor).second) {
      begin_node(actor, "actor", one.actor.name);
      data("node", "dataset", event.head.dataset);
      data("node", "key", one.actor.key);
      xml_.end();
    }
    tell_edge(actor, node, "participates", one.role);
  }

  void tell_edge(std::string const& from, std::string const& to, std::string_view relation,
                 std::string_view role = {}) {
    xml_.begin("edge", {{"source", from}, {"target", to}});
    data("edge", "relation", relation);
    data("edge", "role", role);
    xml_.end();
  }

  /// A node that an edge names and that may still come as an entry.
  void name(std::string const& node, std::string const& title) {
    if (!told_.contains(node)) named_.emplace(node, title);
  }

  XmlWriter xml_;
  std::set<std::string> told_;
  std::map<std::string, std::string> named_;
  Language language_ = Language::en;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_graphml(Sink sink) {
  return std::make_unique<Graphml>(std::move(sink));
}

}  // namespace annals::render
