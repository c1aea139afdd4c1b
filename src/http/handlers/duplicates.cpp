#include "http/handlers/duplicates.hpp"

#include <cmath>

#include "db/event_store.hpp"
#include "http/handlers/duplicate_answers.hpp"
#include "http/handlers/thing_answers.hpp"
#include "http/handlers/writes.hpp"
#include "http/idempotency.hpp"

namespace annals::http {
namespace {

constexpr int days_max = 31;
constexpr double km_max = 100;
constexpr int permille_min_default = 100;

service::DuplicateQuestion take_question(Call& call) {
  service::DuplicateQuestion question;
  question.datasets = take_datasets(call);
  auto& parameters = call.parameters;
  auto const days = parameter::take(
      parameters, "days", [](std::string const& text) { return parameter::integer(text, 0, days_max); });
  auto const km = parameter::take(parameters, "km",
                                  [](std::string const& text) { return parameter::number(text, 0, km_max); });
  auto const score = parameter::take(parameters, "min_score",
                                     [](std::string const& text) { return parameter::number(text, 0, 1); });
  accept_no_more(call);
  if (days) question.days = static_cast<int>(*days);
  if (km) question.km = *km;
  question.permille_min = score ? static_cast<int>(std::ceil(*score * 1000)) : permille_min_default;
  return question;
}

/// A page of pairs, written by `write(json, a, b, score)`.
template <class Write>
Response answer_pairs(Call const& call, Paging const& paging, service::DuplicateQuestion question,
                      Write const& write) {
  service::DuplicateSearch search(call.transaction(), std::move(question));
  auto const page = search.page(paging.after(), paging.limit());
  std::vector<ThingId> first, second;
  for (auto const& proposal : page.proposals) {
    first.push_back(proposal.a);
    second.push_back(proposal.b);
  }
  auto const a = db::read_events(call.transaction(), first);
  auto const b = db::read_events(call.transaction(), second);
  std::string members;
  wire::JsonWriter json(members);
  for (std::size_t i = 0; i < page.proposals.size(); ++i)
    write(json, a.at(i), b.at(i), page.proposals[i].score);
  return paging.answer(members, page.next ? &*page.next : nullptr, [&] { return search.count(); });
}

db::SortKey sort_key(service::SimilarProposal const& proposal) {
  return {std::to_string(proposal.score.permille), proposal.thing.dataset, proposal.thing.key};
}

/// Whether the proposal stands behind the last of the page before, best first.
bool is_behind(service::SimilarProposal const& proposal, db::SortKey const& after) {
  int const permille = std::stoi(after.at(0));
  if (proposal.score.permille != permille) return proposal.score.permille < permille;
  return std::tie(proposal.thing.dataset, proposal.thing.key) > std::tie(after.at(1), after.at(2));
}

}  // namespace

Response list_duplicates(Call& call) {
  accept_json(call);
  refuse_as_of(call, "a search for duplicates");
  Paging const paging(call);
  return answer_pairs(call, paging, take_question(call), write_pair);
}

Response list_similar_events(Call& call) {
  accept_json(call);
  refuse_as_of(call, "a search for duplicates");
  Paging const paging(call);
  auto question = take_question(call);
  question.of = find_thing(call, ThingKind::event);
  return answer_pairs(call, paging, std::move(question),
                      [](wire::JsonWriter& json, Event const&, Event const& other,
                         DuplicateScore const& score) { write_similar(json, other, score); });
}

template <ThingKind kind>
Response list_similar_things(Call& call) {
  accept_json(call);
  refuse_as_of(call, "a search for what is the same");
  Paging const paging(call);
  auto const datasets = take_datasets(call);
  accept_no_more(call);
  auto proposals = service::find_similar(call.transaction(), kind, find_thing(call, kind), datasets);
  auto const total = static_cast<std::int64_t>(proposals.size());
  if (auto const* after = paging.after())
    std::erase_if(proposals, [&](auto const& proposal) { return !is_behind(proposal, *after); });
  db::SortKey last;
  if (proposals.size() > static_cast<std::size_t>(paging.limit())) {
    proposals.erase(proposals.begin() + paging.limit(), proposals.end());
    last = sort_key(proposals.back());
  }
  std::string members;
  wire::JsonWriter json(members);
  for (auto const& proposal : proposals) write_similar(json, proposal);
  return paging.answer(members, last.empty() ? nullptr : &last, [&] { return total; });
}

template Response list_similar_things<ThingKind::actor>(Call& call);
template Response list_similar_things<ThingKind::place>(Call& call);

Response post_duplicate(Call& call) {
  accept_no_more(call);
  auto const body = json_of(call);
  auto const author = author_of(call);
  return once(call, [&](db::Transaction& transaction) {
    Response response;
    wire::JsonWriter json(response.body);
    write_decision(json, service::decide_pair(transaction, body, author));
    return response;
  });
}

}  // namespace annals::http
