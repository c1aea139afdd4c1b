#include "service/build_timeline.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "db/event_store.hpp"
#include "db/relation_store.hpp"
#include "service/event_reader.hpp"
#include "service/footnotes.hpp"

namespace annals::service {
namespace {

constexpr std::size_t chunk_size = 100;
constexpr std::size_t incoming_max = 200;  // of one entry: all that happened in a war may lead to it

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
    footnotes_.tell(transaction_, renderer_);
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
    auto incoming = read_incoming(ids);
    auto events = read(ids);
    auto places = reader_.places();  // what is read below has others
    for (auto& one : events) {
      TimelineEntry entry;
      if (auto const folded = plan_.merged.find(one.event.head.id); folded != plan_.merged.end())
        fold(folded->second, one, entry, relations[one.event.head.id], incoming[one.event.head.id], places);
      begin_section(one.event.head.id);
      if (auto const note = plan_.notes.find(one.event.head.id); note != plan_.notes.end())
        entry.note = note->second;
      entry.certainly_after_previous = after_previous(one.event);
      entry.witnesses = witnesses(one.claims);
      entry.disputes = disputes(one.claims, places);
      for (auto const& claim : one.claims) {
        int const number = footnotes_.number_of(claim.claim.source.id, claim.original);
        if (std::find(entry.footnotes.begin(), entry.footnotes.end(), number) == entry.footnotes.end())
          entry.footnotes.push_back(number);
      }
      drop_unknown(relations[one.event.head.id]);
      for (auto& seen : relations[one.event.head.id]) {
        entry.related_here.push_back(among_.contains(seen.other));
        entry.relations.push_back(std::move(seen.relation));
      }
      tell_incoming(incoming[one.event.head.id], entry);
      entry.plans = plans_of(one.event, one.claims);
      for (auto& plan : entry.plans) number_sources(plan);
      entry.event = std::move(one.event);
      entry.not_evidenced = std::move(one.not_evidenced);
      entry.claims = std::move(one.claims);
      renderer_.entry(entry);
    }
  }

  /// One more than is told of each, so as to know whether there are more.
  std::map<ThingId, std::vector<db::SeenRelation>> read_incoming(Ids const& ids) {
    return db::read_incoming_relations(transaction_, ids, static_cast<int>(incoming_max) + 1);
  }

  /// That two are the same may be held from either end, or from both.
  static bool is_told_already(EventRelation const& incoming, std::vector<EventRelation> const& relations) {
    return incoming.relation == EventRelationKind::same_as &&
           std::any_of(relations.begin(), relations.end(), [&](EventRelation const& own) {
             return own.relation == incoming.relation && own.other == incoming.other;
           });
  }

  void tell_incoming(std::vector<db::SeenRelation>& incoming, TimelineEntry& entry) {
    entry.has_more_incoming = incoming.size() > incoming_max;
    if (entry.has_more_incoming) incoming.resize(incoming_max);
    drop_unknown(incoming);
    for (auto& seen : incoming) {
      if (is_told_already(seen.relation, entry.relations)) continue;
      entry.incoming.push_back({std::move(seen.relation), among_.contains(seen.other)});
    }
  }

  void number_sources(Plan& plan) {
    for (auto& saying : plan.said) saying.footnote = footnotes_.number_of(saying.source, saying.original);
  }

  void begin_section(ThingId id) {
    auto const found = plan_.section_of.find(id);
    if (found == plan_.section_of.end() || found->second == section_) return;
    section_ = found->second;
    renderer_.section(plan_.sections[*section_]);
  }

  /// The same event as others tell it: their claims and relations stand with those of the first.
  void fold(Ids const& others, JudgedEvent& first, TimelineEntry& entry,
            std::vector<db::SeenRelation>& relations, std::vector<db::SeenRelation>& incoming,
            PlaceTree& places) {
    auto more = db::read_relations(transaction_, others);
    auto more_incoming = read_incoming(others);
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
      std::ranges::move(more[head.id], std::back_inserter(relations));
      std::ranges::move(more_incoming[head.id], std::back_inserter(incoming));
    }
    std::set<ThingId> group(others.begin(), others.end());
    group.insert(first.event.head.id);
    for (auto* seen : {&relations, &incoming})
      std::erase_if(*seen, [&](db::SeenRelation const& one) { return group.contains(one.other); });
    sort_evidence(first.claims);
    first.event.claim_count = static_cast<int>(first.claims.size());
    db::judge(first.event, first.claims, places);
  }

  std::optional<bool> after_previous(Event const& event) {
    auto const start = event.date ? event.date->bounds().start : Edge{};
    std::optional<bool> after;
    if (!is_first_) {
      after = previous_ && start.earliest && certainly_before(*previous_, *start.earliest);
    }
    is_first_ = false;
    previous_ = start.latest;
    return after;
  }

  /// Under known_by, what leads to an event that was not known then.
  void drop_unknown(std::vector<db::SeenRelation>& relations) {
    if (!plan_.known_by) return;
    Ids others;
    for (auto const& seen : relations) {
      if (!among_.contains(seen.other)) others.push_back(seen.other);
    }
    std::set<ThingId> known;
    in_chunks(others, [&](Ids const& ids) {
      for (auto const& one : read(ids)) known.insert(one.event.head.id);
    });
    std::erase_if(relations, [&](db::SeenRelation const& seen) {
      return !among_.contains(seen.other) && !known.contains(seen.other);
    });
  }

  void tell_spans(Ids const& ids) {
    auto const edges = db::read_span_events(transaction_, ids);
    for (auto const& id : ids) {
      auto const found = edges.find(id);
      if (found == edges.end()) continue;
      auto const lasting = read({id});
      auto const starts = edges_of(read_edges(found->second.starts), id);
      auto const ends = edges_of(read_edges(found->second.ends), id);
      auto const planned = read_edges(found->second.planned_ends);
      if (lasting.empty() || (starts.empty() && ends.empty() && planned.empty())) continue;
      auto const& event = lasting.front().event;
      TimelineSpan told{event.head.dataset,
                        event.head.key,
                        event.title,
                        measure(event.date, starts, ends, edges_of(planned, id)),
                        {}};
      for (auto const& one : planned) add_plans(one, id, told);
      renderer_.span(told);
    }
  }

  std::vector<JudgedEvent> read_edges(Ids const& ids) {
    return ids.empty() ? std::vector<JudgedEvent>{} : read(ids);
  }

  static std::string edge_name(Event const& event, ThingId of) {
    auto const& head = event.head;
    return head.id.dataset == of.dataset ? head.key : head.dataset + "/" + head.key;
  }

  static std::vector<SpanEdge> edges_of(std::vector<JudgedEvent> const& events, ThingId of) {
    std::vector<SpanEdge> all;
    for (auto const& one : events) all.push_back({edge_name(one.event, of), one.event.date});
    return all;
  }

  void add_plans(JudgedEvent const& planned, ThingId of, TimelineSpan& told) {
    for (auto& end : planned_ends(edge_name(planned.event, of), planned.event, planned.claims, told.span)) {
      number_sources(end.plan);
      told.plans.push_back(std::move(end));
    }
  }

  db::Transaction& transaction_;
  TimelinePlan const& plan_;
  TimelineRenderer& renderer_;
  EventReader reader_;
  std::set<ThingId> among_;
  Footnotes footnotes_;
  bool is_first_ = true;
  std::optional<Moment> previous_;
  std::optional<std::size_t> section_;
};

}  // namespace

void build_timeline(db::Transaction& transaction, TimelinePlan const& plan, TimelineRenderer& renderer) {
  Assembly(transaction, plan, renderer).run();
}

}  // namespace annals::service
