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
  std::vector<Days> days;  // that the single date allows, or each side; of no date: none
};

Part single_of(std::vector<Element> const& one_of) { return {false, one_of, {days_of(one_of)}}; }

Part span_of(Element const& start, Element const& end) {
  auto const days = [](Element const& side) { return side.from ? days_of(side) : Days{}; };
  return {true, {start, end}, {days(start), days(end)}};
}

std::vector<Part> parts_of(edtf::Expression const& tree) {
  if (tree.kind == DateKind::single) return {single_of(tree.elements)};
  if (tree.kind == DateKind::interval) return {span_of(tree.elements[0], tree.elements[1])};
  std::vector<Part> parts;
  for (auto const& element : tree.elements) {
    parts.push_back(element.range ? span_of({element.from, {}, false, false}, {element.to, {}, false, false})
                                  : single_of({element}));
  }
  return parts;
}

std::optional<edtf::Date> plain_date(Part const& part) {
  if (part.span || part.dates.size() != 1 || part.dates.front().range) return std::nullopt;
  return part.dates.front().from;
}

bool sides_conflict(Part const& a, Part const& b, std::size_t side) {
  return a.dates[side].from && b.dates[side].from && !have_a_day_in_common(a.days[side], b.days[side]);
}

DayRange whole(Part const& span) {
  DayRange range;
  if (span.dates[0].from) range.first = span.days[0].front().first;
  if (span.dates[1].from) range.last = span.days[1].back().last;
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
  return !have_a_day_in_common(a.days[0], b.days[0]);
}

bool parts_conflict(Part const& a, Part const& b) {
  if (a.span && b.span) return sides_conflict(a, b, 0) || sides_conflict(a, b, 1);
  if (!a.span && !b.span) return singles_conflict(a, b);
  auto const& span = a.span ? a : b;
  auto const& single = a.span ? b : a;
  return !have_a_day_in_common({whole(span)}, single.days[0]);
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

/// Whether each of the inner ranges lies in one of the outer: of those that begin in time, in the longest.
bool within(Days const& inner, Days const& outer) {
  auto around = outer.begin();
  DayRange const* longest = nullptr;
  for (auto const& range : inner) {
    for (; around != outer.end() && (!around->first || (range.first && *around->first <= *range.first));
         ++around) {
      if (!longest || !around->last || (longest->last && *around->last > *longest->last)) longest = &*around;
    }
    if (!longest) return false;
    if (longest->last && !(range.last && *range.last <= *longest->last)) return false;
  }
  return true;
}

bool within(std::optional<edtf::Date> const& inner, Days const& inner_days,
            std::optional<edtf::Date> const& outer, Days const& outer_days) {
  if (!outer || !outer->clock) return within(inner_days, outer_days);
  if (!inner || !inner->clock) return false;
  auto const from_inner = edtf::instant_of(*inner);
  auto const from_outer = edtf::instant_of(*outer);
  if (from_inner && from_outer) {
    return *from_inner >= *from_outer && *from_inner + inner->clock->unit <= *from_outer + outer->clock->unit;
  }
  return inner->year == outer->year && inner->month == outer->month && inner->day == outer->day &&
         same(inner->clock, outer->clock);
}

bool side_within(Part const& inner, Part const& outer, std::size_t side) {
  auto const& in = inner.dates[side];
  auto const& out = outer.dates[side];
  if (out.open) return in.open;
  if (!out.from) return true;
  return in.from && within(in.from, inner.days[side], out.from, outer.days[side]);
}

bool part_within(Part const& inner, Part const& outer) {
  if (inner.span != outer.span) return false;
  if (!inner.span) return within(plain_date(inner), inner.days[0], plain_date(outer), outer.days[0]);
  return side_within(inner, outer, 0) && side_within(inner, outer, 1);
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
