#include "domain/thing_filter.hpp"

#include <functional>

namespace annals {
namespace {

using namespace parameter;

struct Reading {
  ThingFilter filter;
  std::optional<Point> centre;
  std::optional<double> radius_km;
};

struct Reader {
  std::vector<ThingKind> of;  // none: of all
  std::function<void(Reading&, ThingKind, std::string const&)> take;
};

template <class Word>
std::vector<std::string> known_words(std::string const& text) {
  std::vector<std::string> all;
  for (auto const each : split_words<Word>(text)) all.emplace_back(word(each));
  return all;
}

std::vector<std::string> kinds(ThingKind kind, std::string const& text) {
  if (kind == ThingKind::actor) return known_words<ActorKind>(text);
  if (kind == ThingKind::source) return known_words<SourceKind>(text);
  return split(text, is_open_word, "kinds of place");
}

std::vector<Reference> references(std::string const& text) {
  std::vector<Reference> all;
  for (auto const& part : split(text)) {
    auto const reference = parse_reference(part);
    if (!reference) throw Wrong{"must be keys of events, separated by commas"};
    all.push_back(*reference);
  }
  return all;
}

std::map<std::string_view, Reader> const& readers() {
  using R = Reading;
  using C = ThingKind;
  using S = std::string const;
  static std::map<std::string_view, Reader> const all{
      {"dataset", {{}, [](R& r, C, S& v) { r.filter.datasets = dataset_keys(v); }}},
      {"q",
       {{C::actor, C::place, C::source, C::claim}, [](R& r, C, S& v) { r.filter.words = query_words(v); }}},
      {"kind", {{C::actor, C::place, C::source}, [](R& r, C c, S& v) { r.filter.kinds = kinds(c, v); }}},
      {"country", {{C::actor, C::place}, [](R& r, C, S& v) { r.filter.countries = country_codes(v); }}},
      {"near", {{C::place}, [](R& r, C, S& v) { r.centre = point(v); }}},
      {"radius_km", {{C::place}, [](R& r, C, S& v) { r.radius_km = parameter::radius_km(v); }}},
      {"event", {{C::claim}, [](R& r, C, S& v) { r.filter.events = references(v); }}},
      {"source", {{C::claim}, [](R& r, C, S& v) { r.filter.source = plain_text(v); }}},
      {"claimant", {{C::claim}, [](R& r, C, S& v) { r.filter.claimant = plain_text(v); }}},
      {"stance", {{C::claim}, [](R& r, C, S& v) { r.filter.stances = split_words<Stance>(v); }}},
  };
  return all;
}

bool is_of(std::vector<ThingKind> const& of, ThingKind kind) {
  return of.empty() || std::find(of.begin(), of.end(), kind) != of.end();
}

}  // namespace

ThingFilter take_thing_filter(ThingKind kind, Parameters& parameters) {
  Reading reading;
  Faults faults;
  std::erase_if(parameters, [&](auto const& given) {
    auto const& name = given.first;
    auto const found = readers().find(name);
    if (found == readers().end()) return false;
    auto const& reader = found->second;
    if (!is_of(reader.of, kind)) return false;
    faults.guarded(name, [&] {
      faults.see(name);
      reader.take(reading, kind, given.second);
    });
    return true;
  });
  if (reading.centre.has_value() != reading.radius_km.has_value())
    faults.add("radius_km", "goes together with near");
  faults.refuse();
  if (reading.centre) reading.filter.circle = Circle{*reading.centre, *reading.radius_km};
  return std::move(reading.filter);
}

std::vector<std::string> thing_filter_parameters(ThingKind kind) {
  std::vector<std::string> names;
  for (auto const& [name, reader] : readers()) {
    if (is_of(reader.of, kind)) names.emplace_back(name);
  }
  return names;
}

}  // namespace annals
