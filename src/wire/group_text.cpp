#include "wire/group_text.hpp"

namespace annals::wire {
namespace {

void write_key(JsonWriter& json, GroupBy by, std::optional<GroupKey> const& key) {
  json.key(word(by));
  if (!key) {
    json.null();
  } else if (is_thing(by)) {
    json.begin_object().member("dataset", key->dataset).member("key", key->text);
    json.member("name", key->name).end_object();
  } else {
    json.value(key->text);
  }
}

void write_total(JsonWriter& json, std::string_view name, GroupSum const& sum) {
  json.key(name);
  sum.total ? json.raw(*sum.total) : json.null();
}

}  // namespace

void write(JsonWriter& json, Grouping const& grouping, EventGroup const& group) {
  json.begin_object();
  for (std::size_t i = 0; i < grouping.by.size(); ++i) write_key(json, grouping.by[i], group.keys[i]);
  json.member("count", group.count);
  if (grouping.quantity) {
    json.key("sum").begin_object();
    write_total(json, "low", group.low);
    write_total(json, "best", group.best);
    write_total(json, "high", group.high);
    json.end_object().key("given").begin_object();
    json.member("low", group.low.given).member("best", group.best.given).member("high", group.high.given);
    json.end_object();
  }
  json.end_object();
}

std::vector<std::string> group_columns(Grouping const& grouping) {
  std::vector<std::string> columns;
  for (auto const by : grouping.by) {
    std::string const name(word(by));
    if (is_thing(by)) columns.push_back(name + "_dataset");
    columns.push_back(name);
    if (is_thing(by)) columns.push_back(name + "_name");
  }
  columns.emplace_back("count");
  if (grouping.quantity)
    columns.insert(columns.end(), {"low", "best", "high", "low_given", "best_given", "high_given"});
  return columns;
}

void write_cells(RowWriter& row, Grouping const& grouping, EventGroup const& group) {
  for (std::size_t i = 0; i < grouping.by.size(); ++i) {
    auto const key = group.keys[i].value_or(GroupKey{});
    if (is_thing(grouping.by[i])) row.plain(key.dataset);
    row.plain(key.text);
    if (is_thing(grouping.by[i])) row.text(key.name);
  }
  row.plain(std::to_string(group.count));
  if (!grouping.quantity) return;
  row.plain(group.low.total).plain(group.best.total).plain(group.high.total);
  for (auto const* sum : {&group.low, &group.best, &group.high}) row.plain(std::to_string(sum->given));
}

}  // namespace annals::wire
