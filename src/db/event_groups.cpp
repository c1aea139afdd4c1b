#include "db/event_groups.hpp"

#include <algorithm>

#include "sql_queries.hpp"
#include "sql_stats.hpp"

namespace annals::db {
namespace {

/// The file of a dimension, or of a part of it ("_join"); empty where it has no such part.
std::string stats_file(GroupBy by, std::string_view part = "") {
  auto const name = std::string(word(by)).append(part);
  for (auto const* statement : stats_sql::all) {
    if (statement->name == name) return std::string(statement->text);
  }
  return "";
}

/// What a slot of the statement shows: a thing's dataset, key and name, else the value itself.
std::string label_of(GroupBy by, std::string const& column) {
  return is_thing(by) ? with(stats_file(by, "_label"), "/* id */", column) : column + "::text";
}

std::string statement_of(Grouping const& grouping) {
  auto const& by = grouping.by;
  bool const has_second = by.size() > 1;
  std::string const second = "counted.second";
  auto const order_of = [&](GroupBy each, std::string const& slot) {
    return is_thing(each) ? slot + "_label" : "counted." + slot;
  };
  std::string joins;
  for (auto const each : by) joins += stats_file(each, "_join");
  if (grouping.quantity) joins += stats_sql::sums_join.text;
  std::string sql(stats_sql::groups.text);
  auto const put = [&](std::string_view mark, std::string_view text) {
    sql = with(std::move(sql), mark, text);
  };
  put("/* dataset */", std::any_of(by.begin(), by.end(), is_thing) ? "e.dataset_id" : "null::integer");
  put("/* first */", stats_file(by[0]));
  put("/* second */", has_second ? stats_file(by[1]) : "null::integer");
  put("/* sums */", grouping.quantity ? stats_sql::sums.text : "");
  put("/* joins */", joins);
  put("/* first label */", label_of(by[0], "counted.first"));
  put("/* second label */", has_second ? label_of(by[1], second) : second);
  put("/* order */", order_of(by[0], "first") + (has_second ? ", " + order_of(by[1], "second") : ""));
  return sql;
}

std::optional<GroupKey> read_key(Row const& row, GroupBy by, char const* column) {
  if (row.is_null(column)) return std::nullopt;
  if (is_thing(by)) {
    auto const label = row.text_array(column);
    return GroupKey{label.at(1), label.at(0), label.at(2)};
  }
  if (is_period(by)) return GroupKey{period_text(by, Day(date::days{row.small(column)})), "", ""};
  return GroupKey{std::string(row.text(column)), "", ""};
}

EventGroup read_group(Row const& row, Grouping const& grouping) {
  EventGroup group;
  group.keys.push_back(read_key(row, grouping.by[0], "first_label"));
  if (grouping.by.size() > 1) group.keys.push_back(read_key(row, grouping.by[1], "second_label"));
  group.count = row.integer("count");
  if (!grouping.quantity) return group;
  group.low = {row.optional_text("low"), row.integer("low_given")};
  group.best = {row.optional_text("best"), row.integer("best_given")};
  group.high = {row.optional_text("high"), row.integer("high_given")};
  return group;
}

}  // namespace

std::vector<EventGroup> group_events(Transaction& transaction, EventQuery const& query,
                                     Grouping const& grouping, int limit) {
  Params const params{{"quantity", grouping.quantity}, {"limit", limit}};
  std::vector<EventGroup> groups;
  for (auto const row : run_filtered(transaction, query, statement_of(grouping), params))
    groups.push_back(read_group(row, grouping));
  return groups;
}

std::map<std::string, std::int64_t> count_types(Transaction& transaction,
                                                std::vector<std::string> const& datasets, int limit) {
  auto const keys = datasets.empty() ? std::nullopt : std::optional(to_sql(datasets));
  std::map<std::string, std::int64_t> counts;
  for (auto const row : transaction.run(sql::event_types, {{"datasets", keys}, {"limit", limit}}))
    counts.emplace(row.text("type"), row.integer("count"));
  return counts;
}

}  // namespace annals::db
