#include "db/duplicate_store.hpp"

#include "base/text.hpp"
#include "db/area.hpp"
#include "db/fields.hpp"
#include "db/list_order.hpp"
#include "sql_candidates.hpp"
#include "sql_queries.hpp"

namespace annals::db {
namespace {

constexpr std::string_view deaths_name = "fatalities";
// compared_last_day() lets no event have begun on more days.
constexpr int days_of_event_max = 366;

Params pair_params(std::string_view kind, ThingId one, ThingId other) {
  auto const& [first, second] = std::minmax(one, other);
  return {{"kind", kind},
          {"dataset_id", first.dataset},
          {"id", first.id},
          {"other_dataset_id", second.dataset},
          {"other_id", second.id}};
}

}  // namespace

std::vector<DatedEvent> next_dated_events(Transaction& transaction, std::vector<int> const& datasets,
                                          DatedEvent const& after, int limit) {
  Params const params{{"dataset_ids", datasets},
                      {"after_day", after.day},
                      {"after_dataset_id", after.id.dataset},
                      {"after_id", after.id.id},
                      {"limit", limit}};
  return read_all(transaction.run(sql::duplicate_events, params), [](Row const& row) {
    return DatedEvent{row.small("sort_day"), {row.small("dataset_id"), row.integer("id")}};
  });
}

std::vector<EventPair> candidates(Transaction& transaction, std::vector<ThingId> const& events,
                                  CandidateQuestion const& question) {
  auto params = id_params(events);
  params.push_back({"among", question.among});
  params.push_back({"days", question.days});
  params.push_back({"reach", degrees_of_latitude(question.km)});
  params.push_back({"across", question.across});
  params.push_back({"back", question.both_ways ? question.days + days_of_event_max : 0});
  params.push_back({"each", question.each});
  auto const& way = question.both_ways ? candidate_sql::by_place : candidate_sql::by_day;
  auto const text = with(std::string(candidate_sql::pairs.text), "/* near */", way.text);
  return read_all(transaction.run(text, params), [](Row const& row) {
    return EventPair{{row.small("dataset_id"), row.integer("id")},
                     {row.small("other_dataset_id"), row.integer("other_id")}};
  });
}

std::map<ThingId, ComparedEvent> ComparedEvents::read(std::vector<ThingId> const& events) {
  std::map<ThingId, ComparedEvent> all;
  for (auto const row : transaction_.run(sql::duplicate_compared, id_params(events))) {
    auto event = read(row);
    all.emplace(event.id, std::move(event));
  }
  return all;
}

ComparedEvent ComparedEvents::read(Row const& row) {
  ComparedEvent event;
  event.id = {row.small("dataset_id"), row.integer("id")};
  event.first_day = row.small("first_day");
  event.last_day = row.small("last_day");
  event.words = words_of(fold(row.text("title")));
  event.type = row.text("type");
  if (auto const place = row.optional_integer("place_id")) event.place = {event.id.dataset, *place};
  if (!row.is_null("longitude")) event.point = {row.real("longitude"), row.real("latitude")};
  event.country = row.optional_text("country");
  auto const quantities = read_quantities(row, "quantities");
  if (auto const deaths = quantities.find(deaths_name); deaths != quantities.end())
    event.deaths = range_of(deaths->second);
  auto const ids = row.integer_array("actor_ids");
  auto const names = row.text_array("actor_names");
  auto const folded = row.text_array("actor_folded");
  for (std::size_t from = 0; from < ids.size();) {
    auto to = from;
    while (to < ids.size() && ids[to] == ids[from]) ++to;
    auto& actor = actors_[{event.id.dataset, ids[from]}];
    if (!actor) {
      ComparedActor read{names[from], {}};
      for (auto i = from; i < to; ++i) read.names.emplace_back(folded[i]);
      actor = std::make_shared<ComparedActor const>(std::move(read));
    }
    event.actors.push_back(actor);
    from = to;
  }
  return event;
}

void part_pair(Transaction& transaction, std::string_view kind, ThingId one, ThingId other,
               std::optional<std::string> const& note, std::optional<int> key_id) {
  auto params = pair_params(kind, one, other);
  params.push_back({"note", note});
  params.push_back({"key_id", key_id});
  transaction.run(sql::pair_part, params);
}

void join_pair(Transaction& transaction, std::string_view kind, ThingId one, ThingId other) {
  transaction.run(sql::pair_join, pair_params(kind, one, other));
}

}  // namespace annals::db
