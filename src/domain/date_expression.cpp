#include "domain/date_expression.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "domain/edtf.hpp"

namespace annals {

struct DateExpression::Content {
  std::string text;
  edtf::Expression tree;
  std::vector<Bounds> members;
  Bounds bounds;
  Precision precision = Precision::second;
  bool approximate = false;
  bool uncertain = false;
  std::optional<std::int64_t> instant;
};

namespace {

Day const last_of_calendar = Day(date::year(9999) / date::December / 31);

Edge edge_of(edtf::Date const& date) {
  auto const days = edtf::days_of(date).value();
  if (*days.last > last_of_calendar) {
    throw DateError(Problem::out_of_range, 0, "years lie within -9999 to 9999");
  }
  return {Moment{*days.first, date.clock}, Moment{*days.last, date.clock}, false};
}

/// A single date, or a member of a `[list]`: begins and ends somewhere between the same two moments.
Edge somewhere_within(edtf::Element const& element) {
  if (!element.range) return edge_of(*element.from);
  Edge edge;
  if (element.from) edge.earliest = edge_of(*element.from).earliest;
  if (element.to) edge.latest = edge_of(*element.to).latest;
  return edge;
}

bool earlier(std::optional<Moment> const& a, std::optional<Moment> const& b, bool missing_is_first) {
  if (!a || !b) return missing_is_first ? !a && b : a && !b;
  auto const seconds = [](Moment const& m) { return m.clock ? m.clock->seconds : 0; };
  return std::tuple(a->day, seconds(*a)) < std::tuple(b->day, seconds(*b));
}

Bounds bounds_of_list(std::vector<edtf::Element> const& elements) {
  Edge whole = somewhere_within(elements.front());
  for (auto element = elements.begin() + 1; element != elements.end(); ++element) {
    auto const edge = somewhere_within(*element);
    if (earlier(edge.earliest, whole.earliest, true)) whole.earliest = edge.earliest;
    if (earlier(whole.latest, edge.latest, false)) whole.latest = edge.latest;
  }
  return {whole, whole};
}

Edge side_of(edtf::Element const& element) {
  if (element.from) return edge_of(*element.from);
  return {std::nullopt, std::nullopt, element.open};
}

/// A member of a `{set}`; a range among them spans from its first date to its last.
Bounds member_of(edtf::Element const& element) {
  if (!element.range) return {edge_of(*element.from), edge_of(*element.from)};
  return {element.from ? edge_of(*element.from) : Edge{}, element.to ? edge_of(*element.to) : Edge{}};
}

std::vector<Bounds> members_of(edtf::Expression const& tree) {
  if (tree.kind == DateKind::interval) return {{side_of(tree.elements[0]), side_of(tree.elements[1])}};
  if (tree.kind == DateKind::single) return {bounds_of_list(tree.elements)};
  std::vector<Bounds> members;
  for (auto const& element : tree.elements) members.push_back(member_of(element));
  std::stable_sort(members.begin(), members.end(), [](Bounds const& a, Bounds const& b) {
    return earlier(a.start.earliest, b.start.earliest, true);
  });
  return members;
}

Bounds bounds_of(std::vector<Bounds> const& members) {
  Bounds bounds{members.front().start, members.front().end};
  for (auto const& member : members) {
    if (earlier(bounds.end.latest, member.end.latest, false)) bounds.end = member.end;
  }
  return bounds;
}

template <class Visit>
void each_date(edtf::Expression const& tree, Visit visit) {
  for (auto const& element : tree.elements) {
    if (element.from) visit(*element.from);
    if (element.to) visit(*element.to);
  }
}

}  // namespace

DateExpression DateExpression::parse(std::string_view text) {
  auto content = std::make_shared<Content>();
  content->tree = edtf::parse(text);
  content->text = text;
  content->members = members_of(content->tree);
  content->bounds = bounds_of(content->members);
  each_date(content->tree, [&](edtf::Date const& date) {
    content->precision = std::max(content->precision, edtf::precision_of(date));
    for (auto const* part :
         {&date.year, date.month ? &*date.month : nullptr, date.day ? &*date.day : nullptr}) {
      for (char const mark : {part ? part->before : '\0', part ? part->after : '\0'}) {
        content->approximate |= mark == '~' || mark == '%';
        content->uncertain |= mark == '?' || mark == '%';
      }
    }
  });
  auto const& elements = content->tree.elements;
  if (content->tree.kind == DateKind::single && elements.size() == 1 && !elements.front().range) {
    content->instant = edtf::instant_of(*elements.front().from);
  }
  DateExpression expression;
  expression.content_ = std::move(content);
  return expression;
}

std::string const& DateExpression::edtf() const { return content_->text; }
DateKind DateExpression::kind() const { return content_->tree.kind; }
Bounds const& DateExpression::bounds() const { return content_->bounds; }
std::vector<Bounds> const& DateExpression::members() const { return content_->members; }
Precision DateExpression::precision() const { return content_->precision; }
bool DateExpression::approximate() const { return content_->approximate; }
bool DateExpression::uncertain() const { return content_->uncertain; }
std::optional<std::int64_t> DateExpression::instant() const { return content_->instant; }
edtf::Expression const& DateExpression::tree() const { return content_->tree; }

std::string_view word(Precision precision) {
  constexpr std::array<std::string_view, 9> words{"second", "minute", "hour",   "day",    "month",
                                                  "season", "year",   "decade", "century"};
  return words[static_cast<std::size_t>(precision)];
}

std::optional<std::int64_t> extent_days(DateExpression const& date) {
  auto const& [start, end] = date.bounds();
  if (!start.earliest || !end.latest) return std::nullopt;
  return (end.latest->day - start.earliest->day).count() + 1;
}

}  // namespace annals
