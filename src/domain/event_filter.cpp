#include "domain/event_filter.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>

#include "base/text.hpp"
#include "domain/country.hpp"

namespace annals {
namespace {

constexpr std::size_t datasets_max = 100;
constexpr std::size_t words_bytes_max = 512;
constexpr std::size_t words_max = 32;
constexpr double radius_km_max = 20038;  // half of the equator

/// Thrown within this file alone, and made a fault of the parameter.
struct Wrong {
  std::string message;
};

std::vector<std::string> split(std::string const& text) {
  std::vector<std::string> parts;
  for (std::size_t from = 0;;) {
    auto const comma = text.find(',', from);
    parts.push_back(text.substr(from, comma - from));
    if (comma == std::string::npos) return parts;
    from = comma + 1;
  }
}

std::vector<std::string> split(std::string const& text, bool (*is_good)(std::string_view), char const* what) {
  auto parts = split(text);
  for (auto const& part : parts) {
    if (!is_good(part)) throw Wrong{std::string("must be ") + what + ", separated by commas"};
  }
  return parts;
}

template <class Word>
std::vector<Word> split_words(std::string const& text) {
  std::vector<Word> all;
  for (auto const& part : split(text)) {
    auto const found = from_word<Word>(part);
    if (!found) throw Wrong{must_be_one_of(words<Word>())};
    all.push_back(*found);
  }
  return all;
}

std::string plain_text(std::string const& text) {
  if (text.empty()) throw Wrong{"is empty"};
  if (auto const bad = check_text(text, 500)) throw Wrong{bad->message};
  return text;
}

bool truth(std::string const& text) {
  if (text != "true" && text != "false") throw Wrong{"must be true or false"};
  return text == "true";
}

double decimal(std::string_view text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    throw Wrong{"must be decimal numbers"};
  return value;
}

std::int64_t count(std::string const& text) {
  std::int64_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > 9007199254740991)
    throw Wrong{"must be an integer from 0 to 9007199254740991"};
  return value;
}

Point point(std::string const& longitude, std::string const& latitude) {
  Point const p{decimal(longitude), decimal(latitude)};
  if (std::abs(p.longitude) > 180 || std::abs(p.latitude) > 90)
    throw Wrong{"must lie within -180 to 180 degrees east and -90 to 90 degrees north"};
  return p;
}

Box box(std::string const& text) {
  auto const sides = split(text);
  if (sides.size() != 4) throw Wrong{"must be west,south,east,north"};
  auto const low = point(sides[0], sides[1]);
  auto const high = point(sides[2], sides[3]);
  if (low.latitude > high.latitude) throw Wrong{"has its south north of its north"};
  return {low.longitude, low.latitude, high.longitude, high.latitude};
}

DateExpression date(std::string const& text) {
  try {
    return DateExpression::parse(text);
  } catch (DateError const& error) {
    throw Wrong{std::string(error.what()) + " at position " + std::to_string(error.position())};
  }
}

Day first_day(std::string const& text) {
  auto const start = date(text).bounds().start.earliest;
  if (!start) throw Wrong{"has no first day"};
  return start->day;
}

Day last_day(std::string const& text) {
  auto const end = date(text).bounds().end.latest;
  if (!end) throw Wrong{"has no last day"};
  return end->day;
}

std::string query_words(std::string const& text) {
  if (text.size() > words_bytes_max) throw Wrong{"has more than 512 bytes"};
  auto const folded = fold(plain_text(text));
  if (std::count(folded.begin(), folded.end(), ' ') >= static_cast<std::ptrdiff_t>(words_max))
    throw Wrong{"has more than 32 words"};
  return text;
}

template <class Value>
Value one_of(std::string const& text, std::vector<std::pair<std::string_view, Value>> const& all) {
  std::string names;
  for (auto const& [name, value] : all) {
    if (name == text) return value;
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  throw Wrong{"must be one of " + names};
}

/// What only two parameters together give.
struct Parts {
  std::optional<Day> from, to;
  std::optional<DateExpression> date;
  std::optional<Point> centre;
  std::optional<double> radius_km;
};

using Take = std::function<void(EventFilter&, Parts&, std::string const&)>;

std::map<std::string_view, Take> const& readers() {
  using F = EventFilter;
  using S = std::string const;
  static std::map<std::string_view, Take> const all{
      {"dataset",
       [](F& f, Parts&, S& v) {
         f.datasets = split(v, is_key, "keys");
         if (f.datasets.size() > datasets_max) throw Wrong{"names more than 100 datasets"};
       }},
      {"from", [](F&, Parts& p, S& v) { p.from = first_day(v); }},
      {"to", [](F&, Parts& p, S& v) { p.to = last_day(v); }},
      {"date", [](F&, Parts& p, S& v) { p.date = date(v); }},
      {"when",
       [](F& f, Parts&, S& v) {
         f.when = one_of<When>(v, {{"possible", When::possible}, {"certain", When::certain}});
       }},
      {"type", [](F& f, Parts&, S& v) { f.types = split(v, is_event_type, "event types"); }},
      {"status", [](F& f, Parts&, S& v) { f.statuses = split_words<EventStatus>(v); }},
      {"tag", [](F& f, Parts&, S& v) { f.tags = split(plain_text(v)); }},
      {"actor", [](F& f, Parts&, S& v) { f.actors.push_back(plain_text(v)); }},
      {"role", [](F& f, Parts&, S& v) { f.roles = split(v, is_open_word, "roles"); }},
      {"actor_tree", [](F& f, Parts&, S& v) { f.actor_tree = truth(v); }},
      {"place", [](F& f, Parts&, S& v) { f.place = plain_text(v); }},
      {"country", [](F& f, Parts&, S& v) { f.countries = split(v, is_country, "ISO 3166-1 alpha-2 codes"); }},
      {"bbox", [](F& f, Parts&, S& v) { f.box = box(v); }},
      {"near",
       [](F&, Parts& p, S& v) {
         auto const sides = split(v);
         if (sides.size() != 2) throw Wrong{"must be longitude,latitude"};
         p.centre = point(sides[0], sides[1]);
       }},
      {"radius_km",
       [](F&, Parts& p, S& v) {
         p.radius_km = decimal(v);
         if (*p.radius_km <= 0 || *p.radius_km > radius_km_max)
           throw Wrong{"must be more than 0 and at most 20038"};
       }},
      {"q", [](F& f, Parts&, S& v) { f.words = query_words(v); }},
      {"source", [](F& f, Parts&, S& v) { f.source = plain_text(v); }},
      {"publisher", [](F& f, Parts&, S& v) { f.publisher = plain_text(v); }},
      {"claimant", [](F& f, Parts&, S& v) { f.claimant = plain_text(v); }},
      {"stance", [](F& f, Parts&, S& v) { f.stances = split_words<Stance>(v); }},
      {"disputed", [](F& f, Parts&, S& v) { f.disputed = truth(v); }},
      {"known_by",
       [](F& f, Parts&, S& v) {
         static_cast<void>(last_day(v));
         f.known_by = date(v);
       }},
      {"undated",
       [](F& f, Parts&, S& v) {
         f.undated = one_of<bool>(v, {{"include", true}, {"exclude", false}});
       }},
      {"sort",
       [](F& f, Parts&, S& v) {
         f.sort = one_of<EventSort>(v, {{"date", EventSort::date},
                                        {"-date", EventSort::date_descending},
                                        {"updated", EventSort::updated},
                                        {"-updated", EventSort::updated_descending},
                                        {"relevance", EventSort::relevance}});
       }},
  };
  return all;
}

class FilterReader {
 public:
  /// Whether the parameter is one of ours.
  bool take(std::string const& name, std::string const& value) {
    auto const found = readers().find(name);
    bool const bound = name.starts_with("min_") || name.starts_with("max_");
    if (found == readers().end() && !bound) return false;
    guarded(name, [&] {
      if (name != "actor" && std::find(seen_.begin(), seen_.end(), name) != seen_.end())
        throw Wrong{"is there twice"};
      seen_.push_back(name);
      bound ? take_bound(name, value) : found->second(filter_, parts_, value);
    });
    return true;
  }

  EventFilter finish() {
    guarded("date", [&] {
      if (parts_.date && (parts_.from || parts_.to)) throw Wrong{"goes not with from and to"};
    });
    guarded("to", [&] {
      if (parts_.from && parts_.to && *parts_.to < *parts_.from) throw Wrong{"lies before from"};
    });
    guarded("radius_km", [&] {
      if (parts_.centre.has_value() != parts_.radius_km.has_value()) throw Wrong{"goes together with near"};
    });
    guarded("sort", [&] {
      if (filter_.sort == EventSort::relevance && !filter_.words) throw Wrong{"relevance needs q"};
    });
    if (!faults_.empty())
      throw Error(Problem::invalid_parameter, "a parameter of the request is wrong", std::move(faults_));
    if (parts_.from || parts_.to) filter_.window = Window{parts_.from, parts_.to};
    if (parts_.date) {
      auto const& [start, end] = parts_.date->bounds();
      filter_.window = Window{};
      if (start.earliest) filter_.window->first = start.earliest->day;
      if (end.latest) filter_.window->last = end.latest->day;
    }
    if (parts_.centre) filter_.circle = Circle{*parts_.centre, *parts_.radius_km};
    return std::move(filter_);
  }

 private:
  void take_bound(std::string const& name, std::string const& value) {
    auto const quantity = name.substr(4);
    if (!is_open_word(quantity)) throw Wrong{"names no quantity"};
    (name.starts_with("min_") ? filter_.at_least : filter_.at_most)[quantity] = count(value);
  }

  template <class Work>
  void guarded(std::string const& name, Work const& work) {
    try {
      work();
    } catch (Wrong const& wrong) {
      faults_.push_back({quote_for_message(name), Problem::invalid_parameter, wrong.message, {}, {}, ""});
    }
  }

  EventFilter filter_;
  Parts parts_;
  std::vector<std::string> seen_;
  std::vector<Fault> faults_;
};

}  // namespace

EventFilter take_event_filter(Parameters& parameters) {
  FilterReader reader;
  std::erase_if(parameters, [&](auto const& given) { return reader.take(given.first, given.second); });
  return reader.finish();
}

}  // namespace annals
