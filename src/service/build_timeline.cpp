#include "service/build_timeline.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "db/event_store.hpp"
#include "db/relation_store.hpp"
#include "db/source_store.hpp"
#include "service/event_reader.hpp"

namespace annals::service {
namespace {

constexpr std::size_t chunk_size = 100;

using Ids = std::vector<ThingId>;

void in_chunks(Ids const& ids, std::function<void(Ids const&)> const& work) {
  for (std::size_t at = 0; at < ids.size(); at += chunk_size) {
    auto const from = ids.begin() + static_cast<std::ptrdiff_t>(at);
    work({from, from + static_cast<std::ptrdiff_t>(std::min(chunk_size, ids.size() - at))});
  }
}

class Assembly {
 public:
  Assembly(db::Transaction& transaction, TimelinePlan const& plan, TimelineRenderer& renderer)
      : transaction_(transaction), plan_(plan), renderer_(renderer), reader_(transaction, plan.known_by) {
    among_.insert(plan.events.begin(), plan.events.end());
    for (auto const& [first, rest] : plan.merged) among_.insert(rest.begin(), rest.end());
  }

  void run() {
    renderer_.begin(plan_.head);
    in_chunks(plan_.events, [&](Ids const& ids) { tell_entries(ids); });
    renderer_.begin_spans();
    in_chunks(plan_.events, [&](Ids const& ids) { tell_spans(ids); });
    renderer_.begin_footnotes();
    tell_footnotes();
    renderer_.end(plan_.claims_without_date);
  }

 private:
  /// Under known_by only what was known then.
  std::vector<JudgedEvent> read(Ids const& ids) {
    auto events = reader_.read(ids);
    std::erase_if(events, [](JudgedEvent const& one) { return !one.is_known; });
    return events;
  }

  void tell_entries(Ids const& ids) {
    auto relations = db::read_relations(transaction_, ids);
    auto events = read(ids);
    auto places = reader_.places();  // what is read below has others
    for (auto& one : events) {
      TimelineEntry entry;
      if (auto const folded = plan_.merged.find(one.event.head.id); folded != plan_.merged.end())
        fold(folded->second, one, entry, relations[one.event.head.id], places);
      begin_section(one.event.head.id);
      if (auto const note = plan_.notes.find(one.event.head.id); note != plan_.notes.end())
        entry.note = note->second;
      entry.certainly_after_previous = after_previous(one.event);
      entry.witnesses = witnesses(one.claims);
      entry.disputes = disputes(one.claims, places);
      for (auto const& claim : one.claims) {
        int const number = footnote_number(claim.claim.source.id);
        if (std::find(entry.footnotes.begin(), entry.footnotes.end(), number) == entry.footnotes.end())
          entry.footnotes.push_back(number);
      }
      for (auto& seen : relations[one.event.head.id]) {
        if (plan_.known_by && !is_known(seen.other)) continue;
        entry.related_here.push_back(among_.contains(seen.other));
        entry.relations.push_back(std::move(seen.relation));
      }
      entry.event = std::move(one.event);
      entry.not_evidenced = std::move(one.not_evidenced);
      entry.claims = std::move(one.claims);
      renderer_.entry(entry);
    }
  }

  void begin_section(ThingId id) {
    auto const found = plan_.section_of.find(id);
    if (found == plan_.section_of.end() || found->second == section_) return;
    section_ = found->second;
    renderer_.section(plan_.sections[*section_]);
  }

  /// The same event as others tell it: their claims and relations stand with those of the first.
  void fold(Ids const& others, JudgedEvent& first, TimelineEntry& entry,
            std::vector<db::SeenRelation>& relations, PlaceTree& places) {
    auto more = db::read_relations(transaction_, others);
    auto const dataset = first.event.head.id.dataset;
    auto const rename = [&](ThingLink& link, std::string const& name) {
      if (link.id.dataset != dataset) link.key = name + "/" + link.key;
    };
    auto same = read(others);
    places.add(reader_.places());
    for (auto& other : same) {
      auto const& head = other.event.head;
      entry.merged.push_back({head.dataset, head.key});
      for (auto& one : other.claims) {
        if (head.id.dataset != dataset) one.claim.head.key = head.dataset + "/" + one.claim.head.key;
        rename(one.claim.source, head.dataset);
        if (one.claim.claimant) rename(*one.claim.claimant, head.dataset);
        first.claims.push_back(std::move(one));
      }
      auto& own = more[head.id];
      std::move(own.begin(), own.end(), std::back_inserter(relations));
    }
    std::set<ThingId> group(others.begin(), others.end());
    group.insert(first.event.head.id);
    std::erase_if(relations, [&](db::SeenRelation const& seen) { return group.contains(seen.other); });
    sort_evidence(first.claims);
    first.event.claim_count = static_cast<int>(first.claims.size());
    db::judge(first.event, first.claims, places);
  }

  std::optional<bool> after_previous(Event const& event) {
    auto const start = event.date ? event.date->bounds().start : Edge{};
    std::optional<bool> after;
    if (!is_first_) {
      after = previous_ && start.earliest && previous_->day < start.earliest->day;
    }
    is_first_ = false;
    previous_ = start.latest;
    return after;
  }

  bool is_known(ThingId id) { return among_.contains(id) || !read({id}).empty(); }

  int footnote_number(ThingId source) {
    auto const [found, is_new] = footnotes_.emplace(source, static_cast<int>(footnotes_.size()) + 1);
    if (is_new) cited_.push_back(source);
    return found->second;
  }

  void tell_spans(Ids const& ids) {
    auto const edges = db::read_span_events(transaction_, ids);
    for (auto const& id : ids) {
      auto const found = edges.find(id);
      if (found == edges.end()) continue;
      auto const lasting = read({id});
      auto const starts = edges_of(found->second.starts, id);
      auto const ends = edges_of(found->second.ends, id);
      auto const planned = edges_of(found->second.planned_ends, id);
      if (lasting.empty() || (starts.empty() && ends.empty() && planned.empty())) continue;
      auto const& event = lasting.front().event;
      renderer_.span(
          {event.head.dataset, event.head.key, event.title, measure(event.date, starts, ends, planned)});
    }
  }

  std::vector<SpanEdge> edges_of(Ids const& ids, ThingId of) {
    std::vector<SpanEdge> all;
    if (ids.empty()) return all;
    for (auto const& one : read(ids)) {
      auto const& head = one.event.head;
      all.push_back(
          {head.id.dataset == of.dataset ? head.key : head.dataset + "/" + head.key, one.event.date});
    }
    return all;
  }

  void tell_footnotes() {
    int number = 0;
    in_chunks(cited_, [&](Ids const& ids) {
      for (auto& source : db::read_sources(transaction_, ids))
        renderer_.footnote({++number, std::move(source)});
    });
  }

  db::Transaction& transaction_;
  TimelinePlan const& plan_;
  TimelineRenderer& renderer_;
  EventReader reader_;
  std::set<ThingId> among_;
  std::map<ThingId, int> footnotes_;
  Ids cited_;
  bool is_first_ = true;
  std::optional<Moment> previous_;
  std::optional<std::size_t> section_;
};

}  // namespace

void build_timeline(db::Transaction& transaction, TimelinePlan const& plan, TimelineRenderer& renderer) {
  Assembly(transaction, plan, renderer).run();
}

}  // namespace annals::service
