#include "db/event_branches.hpp"

#include <limits>
#include <optional>

#include "sql_filters.hpp"

namespace annals::db {
namespace {

// As many are looked up one by one; of more, everything in order is as good.
constexpr std::size_t things_max = 2000;
constexpr std::size_t types_max = 50;

// How many days an event of each class of span_class() lasts behind its first at the most; the last class has
// no limit.
constexpr int days_of_class[] = {0, 31, 366};

/// How a branch comes to its events: by an index of what they are of.
struct Way {
  std::string_view over = {};     // in each dataset, over what
  std::string_view through = {};  // a table on the way
  std::string_view of = "true";   // which events
  std::string_view day = "e.sort_day";
  bool is_by_type = false;
};

std::set<ThingId> const* fewest_places(FilterNames const& names) {
  std::set<ThingId> const* fewest = nullptr;
  for (auto const* places : {&names.places, &names.countries, &names.area}) {
    if (*places && (fewest == nullptr || (*places)->size() < fewest->size())) fewest = &**places;
  }
  return fewest;
}

Way way_of(EventQuery const& query, EventConditions& conditions) {
  auto const& [datasets, types, actors, places, countries, area, sources, publishers, claimants] =
      query.names;
  bool const by_stored_values = !query.filter.known_by;
  if (by_stored_values && query.filter.words) return {};  // the words are a way already
  if (by_stored_values && !actors.empty() && actors.front().size() <= things_max) {
    std::set<ThingId> ids;
    for (auto const& actor : actors.front()) ids.insert(actor.id);
    conditions.set_ids("by", ids);
    return {filter_sql::over_things.text, filter_sql::through_actor.text, filter_sql::of_actor.text,
            "part.sort_day"};
  }
  if (auto const* fewest = fewest_places(query.names);
      by_stored_values && fewest && fewest->size() <= things_max) {
    conditions.set_ids("by", *fewest);
    return {filter_sql::over_things.text, "", filter_sql::of_place.text};
  }
  auto const sort = query.filter.sort;
  bool const by_date = sort == EventSort::date || sort == EventSort::date_descending;
  if (by_date && types && types->size() * datasets.size() <= types_max)
    return {.over = filter_sql::over_types.text, .of = filter_sql::of_type.text, .is_by_type = true};
  return {};
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// A column of what was found, as the branch has it.
std::string in_branch(std::string_view column, Way const& way) {
  if (column == "found.dataset_key") return "d.key";
  if (column == "found.relevance") return std::string(filter_sql::relevance.text);
  if (column == "found.dated") return "(e.sort_day < 2147483647)";
  if (column == "found.sort_day") return std::string(way.day);
  return "e." + std::string(column.substr(column.find('.') + 1));
}

std::string joined(std::vector<std::string> const& parts) {
  std::string all;
  for (auto const& part : parts) all.append(all.empty() ? "" : ", ").append(part);
  return all;
}

/// The order within one dataset, and the place in it from which on the page begins. The columns before the
/// dataset's key stand apart once more: an index knows those.
class BranchOrder {
 public:
  BranchOrder(ListOrder const& order, Way const& way, bool has_after) {
    std::vector<std::string> by, columns, values;
    for (std::size_t i = 0; i < order.columns.size(); ++i) {
      auto const& [name, type] = order.columns[i];
      auto const column = in_branch(name, way);
      bool const is_dataset = name == "found.dataset_key";
      if (is_dataset && has_after && name != order.columns.front().expression && !is_computed(order))
        after +=
            " and (" + joined(columns) + ")" + (order.descending ? " <= (" : " >= (") + joined(values) + ")";
      columns.push_back(column);
      values.push_back(after_value(i, type));
      if (!is_dataset) by.push_back(column + (order.descending ? " desc" : ""));
    }
    terms = joined(by);
    if (has_after)
      after += " and (" + joined(columns) + ")" + (order.descending ? " < (" : " > (") + joined(values) + ")";
  }

  std::string terms;
  std::string after;

 private:
  static bool is_computed(ListOrder const& order) {
    return order.columns.front().expression == "found.relevance";
  }
};

struct Span {
  int number;
  int first, last;
};

/// What overlaps a window begins in it, or so long before as it lasts at the most: classes of events, each
/// with its own stretch of days (migration 0003).
std::vector<Span> spans_of(Window const& window) {
  using Limits = std::numeric_limits<int>;
  auto const day = [](Day const& d) { return static_cast<int>(d.time_since_epoch().count()); };
  int const last = window.last ? day(*window.last) : Limits::max();
  std::vector<Span> spans;
  for (int const days : days_of_class)
    spans.push_back(
        {static_cast<int>(spans.size()), window.first ? day(*window.first) - days : Limits::min(), last});
  spans.push_back({static_cast<int>(spans.size()), Limits::min(), Limits::max()});
  return spans;
}

std::string branch(EventQuery const& query, EventConditions const& conditions, Way const& way,
                   BranchOrder const& order, std::string const& span) {
  bool const is_ranked = query.filter.sort == EventSort::relevance && !query.filter.known_by;
  auto text = std::string(filter_sql::branch.text);
  text = with(std::move(text), "/* over */", way.over);
  text = with(std::move(text), "/* through */", way.through);
  bool const by_update = order.terms.find("e.since") != std::string::npos;
  text = with(std::move(text), "/* since */", by_update ? "e.since" : "null::timestamptz");
  text = with(std::move(text), "/* relevance */", is_ranked ? filter_sql::relevance.text : "0::float8");
  text = with(std::move(text), "/* filters */",
              " and (" + std::string(way.of) + "\n)" + span +
                  (way.is_by_type ? conditions.all_but_types() : conditions.all()));
  text = with(std::move(text), "/* after */", order.after);
  return "(" + with(std::move(text), "/* order */", order.terms) + ")";
}

}  // namespace

std::string event_branches(EventQuery const& query, EventConditions& conditions, ListOrder const& order,
                           SortKey const* after) {
  auto const way = way_of(query, conditions);
  bool const has_after = after != nullptr;
  auto const& filter = query.filter;
  if (!filter.window || filter.known_by || filter.words)
    return branch(query, conditions, way, BranchOrder(order, way, has_after), "");
  auto const spans = spans_of(*filter.window);
  conditions.set("reached", spans.front().first);
  std::string all;
  for (auto const& span : spans) {
    auto const number = std::to_string(span.number);
    conditions.set("span_first" + number, span.first);
    conditions.set("span_last" + number, span.last);
    // The longer ones are few and have an index of their own.
    auto const each = span.number == 0 ? way : Way{};
    auto text = replaced(std::string(filter_sql::span.text), "$span_first", "$span_first" + number);
    text = replaced(std::move(text), "$span_last", "$span_last" + number);
    text = with(with(std::move(text), "/* class */", number), "/* day */", each.day);
    all += (all.empty() ? "" : "\nunion all\n") +
           branch(query, conditions, each, BranchOrder(order, each, has_after), " and (" + text + "\n)");
  }
  return all;
}

}  // namespace annals::db
