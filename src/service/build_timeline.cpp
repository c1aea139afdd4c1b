#include "service/build_timeline.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "db/event_store.hpp"
#include "db/relation_store.hpp"
#include "db/source_store.hpp"
#include "domain/date_columns.hpp"

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
  Assembly(db::Transaction& transaction, TimelineRequest const& request, TimelineRenderer& renderer)
      : transaction_(transaction), request_(request), renderer_(renderer) {}

  void run() {
    bool const must_look = request_.known_by || request_.disputed_only;
    auto const order = must_look ? judged_order() : request_.events;
    among_.insert(order.begin(), order.end());
    renderer_.begin(request_.head);
    in_chunks(order, [&](Ids const& ids) { tell_entries(ids); });
    renderer_.begin_spans();
    in_chunks(order, [&](Ids const& ids) { tell_spans(ids); });
    renderer_.begin_footnotes();
    tell_footnotes();
    renderer_.end(without_date_);
  }

 private:
  struct Judged {
    Event event;
    std::vector<std::string> not_evidenced;
    std::vector<Evidence> evidence;
  };

  /// Events with their claims as they count here; under known_by those without a counting claim are missing.
  std::vector<Judged> read(Ids const& ids, bool count_undated = false) {
    auto events = db::read_events(transaction_, ids);
    auto evidence = db::read_evidence(transaction_, ids);
    places_ = db::read_places_around(transaction_, events, evidence);
    std::vector<Judged> all;
    for (auto& event : events) {
      Judged judged{std::move(event), {}, std::move(evidence[event.head.id])};
      if (request_.known_by) {
        int const undated = keep_known(judged.evidence, *request_.known_by);
        if (count_undated) without_date_ += undated;
        if (counting(judged.evidence).empty()) continue;
        auto known = as_known(judged.event, judged.evidence, places_);
        judged.event = std::move(known.event);
        judged.not_evidenced = std::move(known.not_evidenced);
      }
      db::judge(judged.event, judged.evidence, places_);
      all.push_back(std::move(judged));
    }
    return all;
  }

  /// What only a look at the claims can tell: who is among the entries, and by which dates they are ordered.
  Ids judged_order() {
    using Rank = std::tuple<int, int, std::int64_t, std::string, std::string>;
    std::vector<std::pair<Rank, ThingId>> ranked;
    in_chunks(request_.events, [&](Ids const& ids) {
      for (auto const& one : read(ids, true)) {
        if (request_.disputed_only && one.event.disputed.empty()) continue;
        auto const days = columns_of(one.event.date);
        ranked.push_back(
            {{days.sort_day, days.sort_last, days.sort_instant, one.event.head.dataset, one.event.head.key},
             one.event.head.id});
      }
    });
    std::sort(ranked.begin(), ranked.end());
    Ids order;
    for (auto const& [rank, id] : ranked) order.push_back(id);
    return order;
  }

  void tell_entries(Ids const& ids) {
    auto relations = db::read_relations(transaction_, ids);
    for (auto& one : read(ids)) {
      TimelineEntry entry;
      entry.certainly_after_previous = after_previous(one.event);
      entry.witnesses = witnesses(one.evidence);
      entry.disputes = disputes(one.evidence, places_);
      for (auto const& claim : one.evidence) {
        int const number = footnote_number(claim.claim.source.id);
        if (std::find(entry.footnotes.begin(), entry.footnotes.end(), number) == entry.footnotes.end())
          entry.footnotes.push_back(number);
      }
      for (auto& seen : relations[one.event.head.id]) {
        if (!request_.known_by || is_known(seen.other)) entry.relations.push_back(std::move(seen.relation));
      }
      entry.event = std::move(one.event);
      entry.not_evidenced = std::move(one.not_evidenced);
      entry.claims = std::move(one.evidence);
      renderer_.entry(entry);
    }
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
  TimelineRequest const& request_;
  TimelineRenderer& renderer_;
  PlaceTree places_;  // around what was read last
  std::set<ThingId> among_;
  std::map<ThingId, int> footnotes_;
  Ids cited_;
  bool is_first_ = true;
  std::optional<Moment> previous_;
  int without_date_ = 0;
};

}  // namespace

void build_timeline(db::Transaction& transaction, TimelineRequest const& request,
                    TimelineRenderer& renderer) {
  Assembly(transaction, request, renderer).run();
}

}  // namespace annals::service
