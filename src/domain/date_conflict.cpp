#include <algorithm>

#include "domain/edtf.hpp"

namespace annals {
namespace {

using edtf::DayRange;
using edtf::Element;
using Days = std::vector<DayRange>;  // in order, disjoint

bool meets(DayRange const& a, DayRange const& b) {
  return !(a.last && b.first && *a.last < *b.first) && !(b.last && a.first && *b.last < *a.first);
}

bool have_a_day_in_common(Days const& a, Days const& b) {
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (meets(*i, *j)) return true;
    i->last && (!j->last || *i->last < *j->last) ? static_cast<void>(++i) : static_cast<void>(++j);
  }
  return false;
}

Days days_of(Element const& element) {
  if (!element.range) return edtf::day_ranges_of(*element.from);
  DayRange range;
  if (element.from) range.first = edtf::days_of(*element.from)->first;
  if (element.to) range.last = edtf::days_of(*element.to)->last;
  return {range};
}

Days days_of(std::vector<Element> const& one_of) {
  Days days;
  for (auto const& element : one_of) {
    auto const more = days_of(element);
    days.insert(days.end(), more.begin(), more.end());
  }
  std::sort(days.begin(), days.end(), [](DayRange const& a, DayRange const& b) {
    return a.first && b.first ? *a.first < *b.first : !a.first && b.first;
  });
  return days;
}

/// What is compared: a single date (one of `dates`), or a span with two sides.
struct Part {
  bool span = false;
  std::vector<Element> dates;
};

std::vector<Part> parts_of(edtf::Expression const& tree) {
  if (tree.kind == DateKind::single) return {{false, tree.elements}};
  if (tree.kind == DateKind::interval) return {{true, tree.elements}};
  std::vector<Part> parts;
  for (auto const& element : tree.elements) {
    if (!element.range) {
      parts.push_back({false, {element}});
    } else {
      parts.push_back(
          {true, {Element{element.from, {}, false, false}, Element{element.to, {}, false, false}}});
    }
  }
  return parts;
}

std::optional<edtf::Date> plain_date(Part const& part) {
  if (part.span || part.dates.size() != 1 || part.dates.front().range) return std::nullopt;
  return part.dates.front().from;
}

bool sides_conflict(Element const& a, Element const& b) {
  return a.from && b.from && !have_a_day_in_common(days_of(a), days_of(b));
}

DayRange whole(Part const& span) {
  DayRange range;
  if (span.dates[0].from) range.first = edtf::days_of(*span.dates[0].from)->first;
  if (span.dates[1].from) range.last = edtf::days_of(*span.dates[1].from)->last;
  return range;
}

bool singles_conflict(Part const& a, Part const& b) {
  auto const x = plain_date(a);
  auto const y = plain_date(b);
  if (x && y) {
    auto const from_x = edtf::instant_of(*x);
    auto const from_y = edtf::instant_of(*y);
    if (from_x && from_y) {  // 07:00+04:00 is any second of that minute
      return *from_x + x->clock->unit <= *from_y || *from_y + y->clock->unit <= *from_x;
    }
  }
  return !have_a_day_in_common(days_of(a.dates), days_of(b.dates));
}

bool parts_conflict(Part const& a, Part const& b) {
  if (a.span && b.span)
    return sides_conflict(a.dates[0], b.dates[0]) || sides_conflict(a.dates[1], b.dates[1]);
  if (!a.span && !b.span) return singles_conflict(a, b);
  auto const& span = a.span ? a : b;
  auto const& single = a.span ? b : a;
  return !have_a_day_in_common({whole(span)}, days_of(single.dates));
}

bool has_a_loner(std::vector<Part> const& from, std::vector<Part> const& among) {
  return std::any_of(from.begin(), from.end(), [&](Part const& part) {
    return std::all_of(among.begin(), among.end(),
                       [&](Part const& other) { return parts_conflict(part, other); });
  });
}

bool same(std::optional<ClockTime> const& a, std::optional<ClockTime> const& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->seconds == b->seconds && a->unit == b->unit && a->offset_minutes == b->offset_minutes;
}

bool same(std::optional<Moment> const& a, std::optional<Moment> const& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->day == b->day && same(a->clock, b->clock);
}

bool same(Edge const& a, Edge const& b) {
  return same(a.earliest, b.earliest) && same(a.latest, b.latest) && a.open == b.open;
}

bool within(Days const& inner, Days const& outer) {
  return std::all_of(inner.begin(), inner.end(), [&](DayRange const& range) {
    return std::any_of(outer.begin(), outer.end(), [&](DayRange const& around) {
      bool const begins = !around.first || (range.first && *range.first >= *around.first);
      return begins && (!around.last || (range.last && *range.last <= *around.last));
    });
  });
}

bool singles_within(Part const& inner, Part const& outer) {
  auto const x = plain_date(inner);
  auto const y = plain_date(outer);
  if (y && y->clock) {
    if (!x || !x->clock) return false;
    auto const from_x = edtf::instant_of(*x);
    auto const from_y = edtf::instant_of(*y);
    if (from_x && from_y) {
      return *from_x >= *from_y && *from_x + x->clock->unit <= *from_y + y->clock->unit;
    }
    return x->year == y->year && x->month == y->month && x->day == y->day && same(x->clock, y->clock);
  }
  return within(days_of(inner.dates), days_of(outer.dates));
}

bool side_within(Element const& inner, Element const& outer) {
  if (outer.open) return inner.open;
  if (!outer.from) return true;
  return inner.from && singles_within({false, {inner}}, {false, {outer}});
}

bool part_within(Part const& inner, Part const& outer) {
  if (inner.span != outer.span) return false;
  if (!inner.span) return singles_within(inner, outer);
  return side_within(inner.dates[0], outer.dates[0]) && side_within(inner.dates[1], outer.dates[1]);
}

}  // namespace

bool conflict(DateExpression const& a, DateExpression const& b) {
  auto const parts_a = parts_of(a.tree());
  auto const parts_b = parts_of(b.tree());
  return has_a_loner(parts_a, parts_b) || has_a_loner(parts_b, parts_a);
}

bool same_value(DateExpression const& a, DateExpression const& b) {
  if (a.kind() != b.kind() || a.members().size() != b.members().size()) return false;
  if (a.instant() && b.instant() && a.precision() == b.precision()) return a.instant() == b.instant();
  for (std::size_t i = 0; i < a.members().size(); ++i) {
    auto const& [a_start, a_end] = a.members()[i];
    auto const& [b_start, b_end] = b.members()[i];
    if (!same(a_start, b_start) || !same(a_end, b_end)) return false;
  }
  return true;
}

bool lies_within(DateExpression const& inner, DateExpression const& outer) {
  if (inner.kind() != outer.kind()) return false;
  auto const inner_parts = parts_of(inner.tree());
  auto const outer_parts = parts_of(outer.tree());
  return std::all_of(inner_parts.begin(), inner_parts.end(), [&](Part const& part) {
    return std::any_of(outer_parts.begin(), outer_parts.end(),
                       [&](Part const& around) { return part_within(part, around); });
  });
}

}  // namespace annals
