#include "lists/row_reading.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "csv/cell.hpp"
#include "domain/cell_notation.hpp"
#include "domain/drafts.hpp"
#include "lists/list_keys.hpp"
#include "lists/ucdp_articles.hpp"
#include "wire/json_text.hpp"

namespace annals::lists {
namespace {

constexpr std::size_t title_max = 500;

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> members;
  auto const add = [&](std::string_view member) {
    while (!member.empty() && member.front() == ' ') member.remove_prefix(1);
    while (!member.empty() && member.back() == ' ') member.remove_suffix(1);
    if (!member.empty()) members.emplace_back(member);
  };
  for (auto at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
    add(text.substr(0, at));
    text.remove_prefix(at + separator.size());
  }
  add(text);
  return members;
}

}  // namespace

std::string as_title(std::string text) {
  if (text.size() <= title_max || character_count(text) <= title_max) return text;
  return quote_for_message(text, title_max - 1);
}

std::string RowReading::name_of(int column) const {
  auto const at = static_cast<std::size_t>(column);
  return column >= 0 && at < rules_.columns.size() ? rules_.columns.names()[at] : "";
}

void RowReading::fault(std::string const& column, Problem code, std::string const& message) {
  row_.faults.push_back({quote_for_message(column), code, message, {}, line_, ""});
}

void RowReading::warn(std::string const& column, Problem code, std::string const& message) {
  row_.warnings.push_back({quote_for_message(column), code, message, {}, line_, ""});
}

std::string RowReading::value(Term const& term) {
  auto found = evaluate(term, cells_);
  if (found.unknown)
    warn(column(term), Problem::unknown_code,
         quote_for_message(cells_[static_cast<std::size_t>(std::max(0, column_of(term)))]) +
             " is not among the codes");
  return std::move(found.text);
}

std::string RowReading::known_value(Term const& term) {
  auto text = value(term);
  if (evaluate(term, cells_).unknown) text.clear();
  return text;
}

void RowReading::set(ListFields& fields, std::string_view field, Term const& term) {
  if (term.is_given()) fields.set(field, value(term), column(term));
}

void RowReading::set_title(ListFields& fields, std::string_view field, Term const& term) {
  if (!term.is_given()) return;
  auto text = value(term);
  auto title = as_title(text);
  if (auto const at = column_of(term);
      title != text && at >= 0 && at < static_cast<int>(in_attributes_.size()))
    in_attributes_[static_cast<std::size_t>(at)] = true;
  fields.set(field, std::move(title), column(term));
}

void RowReading::set_date(ListFields& fields, std::string_view field, DateTerm const& term) {
  if (!term.is_given()) return;
  auto const date = evaluate(term, cells_, rules_.style);
  if (!date.fault.empty()) return fault(name_of(date.column), Problem::invalid_date, date.fault);
  fields.set(field, date.edtf, name_of(date.column));
}

ListRow RowReading::read() {
  for (std::size_t i = 0; i < in_attributes_.size(); ++i) in_attributes_[i] = !rules_.is_elsewhere[i];
  auto const& mapping = rules_.mapping;
  auto event = fields();
  set(event, "key", mapping.key);
  set_title(event, "title", mapping.event_title);
  set(event, "description", mapping.description);
  set(event, "type", mapping.type);
  if (mapping.status.is_given()) {
    set(event, "status", mapping.status);
  } else {
    event.set("status", "occurred");
  }
  set_date(event, "date", mapping.date);
  set(event, "note", mapping.note);
  if (mapping.tags.is_given()) event.set_tags(split(value(mapping.tags), mapping.tag_separator));
  set(event, "visibility", mapping.visibility);
  if (auto place = value(mapping.place_key); !place.empty()) {
    event.set("place", std::move(place), column(mapping.place_key));
  } else {
    read_place();
    if (row_.place) event.set("place", row_.place->head.key);
  }
  read_named_participants();
  read_participants();
  event.set_participants(participants_);
  read_quantities();
  event.set_quantities(quantities_);
  check_sums();
  event.set_attributes(attributes());
  row_.event = draft_event(event);
  read_sources();
  check_attributes();
  if (row_.faults.empty()) read_claims();
  return std::move(row_);
}

void RowReading::for_each_member(Split const& each, std::function<void()> const& work) {
  if (!each.cell.is_given()) return work();
  auto const cell = value(each.cell);
  auto const first = cells_.begin() + static_cast<std::ptrdiff_t>(rules_.columns.size());
  if (each.is_ucdp_articles) {
    for (auto& article : ucdp_articles(cell)) {
      first[1] = std::move(article.office);
      first[2] = std::move(article.date);
      first[3] = std::move(article.headline);
      first[4] = std::move(article.text);
      work();
    }
  } else {
    for (auto& member : split(cell, each.separator)) {
      first[0] = std::move(member);
      work();
    }
  }
  for (std::size_t i = 0; i < std::size(split_columns); ++i) first[static_cast<std::ptrdiff_t>(i)].clear();
}

template <class Thing, class Draft>
std::shared_ptr<Thing const> RowReading::once(Memo<std::shared_ptr<Thing const>>& memo,
                                              std::string const& identity, Draft const& draft) {
  if (auto const* known = memo.find(identity)) return *known;
  auto const remarks = [&] { return row_.faults.size() + row_.warnings.size(); };
  auto const before = remarks();
  auto thing = std::make_shared<Thing const>(draft());
  if (remarks() == before) memo.keep(identity, thing);
  return thing;
}

/// In the notation of a bundle.
void RowReading::read_named_participants() {
  for (auto const& member : csv::split_members(value(rules_.mapping.participant_list)))
    participants_.push_back(parse_participant(member));
}

void RowReading::read_participants() {
  for (auto const& term : rules_.mapping.participants)
    for_each_member(term.each, [&] { read_participant(term); });
}

void RowReading::read_participant(ParticipantTerm const& term) {
  auto const name = as_title(value(term.name));
  if (name.empty()) return;
  auto kind = known_value(term.kind);
  if (kind.empty()) kind = "other";
  row_.actors.push_back(once(rules_.memo.actors, kind + "\n" + name, [&] {
    auto actor = fields();
    actor.set("key", key_of(name, "actor\n" + fold(name)));
    actor.set("name", name, column(term.name));
    actor.set("kind", kind, column(term.kind));
    return draft_actor(actor);
  }));
  participants_.push_back({term.role, {{}, row_.actors.back()->head.key, ""}});
}

std::optional<double> RowReading::degrees(Term const& term, double most) {
  auto const text = value(term);
  auto const number = parse_degrees(text, most);
  if (!number && !text.empty()) fault(column(term), Problem::invalid_point, must_be_degrees(most));
  return number;
}

std::optional<Point> RowReading::point() {
  auto const latitude = degrees(rules_.mapping.latitude, 90);
  auto const longitude = degrees(rules_.mapping.longitude, 180);
  return latitude && longitude ? std::optional(Point{*longitude, *latitude}) : std::nullopt;
}

void RowReading::read_place() {
  auto const& mapping = rules_.mapping;
  auto const name = as_title(value(mapping.place_name));
  auto const at = point();
  if (name.empty()) {
    if (at) warn(column(mapping.latitude), Problem::required, "the point has no place: the list names none");
    return;
  }
  auto const country = known_value(mapping.place_country);
  auto const precision = known_value(mapping.place_precision);
  auto const lat = evaluate(mapping.latitude, cells_).text, lon = evaluate(mapping.longitude, cells_).text;
  auto const details = "\n" + country + "\n" + lat + "\n" + lon + "\n" + precision;
  row_.place = once(rules_.memo.places, name + details, [&] {
    auto place = fields();
    place.set("key", key_of(name, "place\n" + fold(name) + details));
    place.set("name", name, column(mapping.place_name));
    place.set("country", country, column(mapping.place_country));
    place.set("precision", precision, column(mapping.place_precision));
    place.set("lat", lat, column(mapping.latitude));
    place.set_point(at);
    return draft_place(place);
  });
}

std::optional<std::int64_t> RowReading::number(Term const& term) {
  if (!term.is_given()) return std::nullopt;
  auto text = value(term);
  if (auto const dot = text.find('.');
      dot != std::string::npos && text.find_first_not_of('0', dot + 1) == std::string::npos)
    text.resize(dot);
  if (text.empty()) return std::nullopt;
  std::int64_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number >= 0 && number <= quantity_max)
    return number;
  fault(column(term), Problem::invalid_value, "must be a whole number from 0 on");
  return std::nullopt;
}

void RowReading::read_quantities() {
  auto const& list = rules_.mapping.quantity_list;
  for (auto const& member : csv::split_members(value(list))) {
    auto const named = parse_named_quantity(member);
    if (!named) {
      fault(column(list), Problem::invalid_value, must_be_named_quantities);
    } else if (!quantities_.insert(*named).second) {
      fault(column(list), Problem::invalid_value, "has " + quote_for_message(named->first) + " twice");
    }
  }
  for (auto const& term : rules_.mapping.quantities) {
    Quantity quantity{number(term.low), number(term.best), number(term.high)};
    auto const& [low, best, high] = std::tie(quantity.low, quantity.best, quantity.high);
    if ((low && best && *low > *best) || (best && high && *best > *high) || (low && high && *low > *high))
      warn(column(term.best.is_given() ? term.best : term.low), Problem::inconsistent_numbers,
           term.name + " is not low <= best <= high");
    if (low && high && *low > *high) quantity.low = quantity.high = std::nullopt;
    if (quantity != Quantity{}) quantities_.emplace(term.name, quantity);
  }
}

void RowReading::check_sums() {
  for (auto const& check : rules_.mapping.sums) {
    auto const total = number(check.total);
    std::int64_t sum = 0;
    for (auto const& part : check.parts) sum += number(part).value_or(0);
    if (total && *total != sum && row_.faults.empty())
      warn(column(check.total), Problem::inconsistent_numbers,
           "is " + std::to_string(*total) + ", while its parts are " + std::to_string(sum) + " together");
  }
}

std::optional<std::string> RowReading::attributes() {
  std::vector<std::pair<std::string_view, std::string_view>> members;
  for (auto const at : rules_.by_name) {
    if (!cells_[at].empty() && in_attributes_[at])
      members.emplace_back(rules_.columns.names()[at], cells_[at]);
  }
  auto const own = value(rules_.mapping.attributes);
  if (members.empty() && own.empty()) return std::nullopt;
  if (own.empty()) return wire::canonical_texts(members);
  try {
    return wire::canonical_object(own, {members.begin(), members.end()});
  } catch (Error const& error) {
    fault(column(rules_.mapping.attributes), error.problem(), error.what());
    return std::nullopt;
  }
}

/// Behind all fields: a cell that one of them comes from, too, is told of once.
void RowReading::check_attributes() {
  for (auto const at : rules_.by_name) {
    auto const bad = in_attributes_[at] ? check_text(cells_[at], cells_[at].size()) : std::nullopt;
    if (!bad) continue;
    auto const& name = rules_.columns.names()[at];
    bool const is_told = std::any_of(row_.faults.begin(), row_.faults.end(), [&](Fault const& told) {
      return told.code == bad->code && told.field == quote_for_message(name);
    });
    if (!is_told) fault(name, bad->code, bad->message);
  }
}

}  // namespace annals::lists
