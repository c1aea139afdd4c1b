#include "domain/vocabulary.hpp"

#include <array>

#include "base/ascii.hpp"

namespace annals {
namespace {

using Words = std::string_view const;

constexpr Words statuses[] = {"occurred", "ongoing", "planned", "cancelled", "unconfirmed", "refuted"};
constexpr Words stances[] = {"asserts",  "confirms", "denies",   "plans",
                             "predicts", "doubts",   "retracts", "no_information"};
constexpr Words event_relations[] = {"part_of", "starts",   "ends",        "planned_end_of", "provides_for",
                                     "causes",  "precedes", "responds_to", "confirms",       "contradicts",
                                     "cancels", "concerns", "same_as"};
constexpr Words actor_relations[] = {
    "part_of",         "member_of",    "head_of",     "head_of_government_of",
    "spokesperson_of", "successor_of", "allied_with", "same_as"};
constexpr Words actor_kinds[] = {
    "state",          "de_facto_state", "government_agency", "armed_force",
    "armed_group",    "militia",        "political_group",   "international_organisation",
    "company",        "media",          "population",        "person",
    "unnamed_source", "other"};
constexpr Words source_kinds[] = {
    "news", "official_statement", "report", "dataset", "social_media", "encyclopedia", "archive",
    "book", "interview",          "other"};
constexpr Words place_precisions[] = {"exact",  "near",    "district", "province",
                                      "region", "country", "sea",      "unknown"};
constexpr Words visibilities[] = {"public", "members", "restricted"};
constexpr Words kinds_of_thing[] = {"actor", "place",          "source",  "event",
                                    "claim", "actor_relation", "timeline"};
constexpr Words pair_decisions[] = {"same", "different"};
constexpr Words pair_kinds[] = {"event", "actor", "place"};
constexpr Words reliabilities[] = {"A", "B", "C", "D", "E", "F"};

}  // namespace

template <>
std::span<Words> words<EventStatus>() {
  return statuses;
}
template <>
std::span<Words> words<Stance>() {
  return stances;
}
template <>
std::span<Words> words<EventRelationKind>() {
  return event_relations;
}
template <>
std::span<Words> words<ActorRelationKind>() {
  return actor_relations;
}
template <>
std::span<Words> words<ActorKind>() {
  return actor_kinds;
}
template <>
std::span<Words> words<SourceKind>() {
  return source_kinds;
}
template <>
std::span<Words> words<PlacePrecision>() {
  return place_precisions;
}
template <>
std::span<Words> words<PairDecision>() {
  return pair_decisions;
}
template <>
std::span<Words> words<PairKind>() {
  return pair_kinds;
}
template <>
std::span<Words> words<Visibility>() {
  return visibilities;
}
template <>
std::span<Words> words<Reliability>() {
  return reliabilities;
}
template <>
std::span<Words> words<ThingKind>() {
  return kinds_of_thing;
}

std::string collection_of(ThingKind kind) { return std::string(word(kind)) + 's'; }

std::string must_be_one_of(std::span<std::string_view const> all) {
  std::string text = "must be one of ";
  for (std::size_t i = 0; i < all.size(); ++i) text.append(i == 0 ? "" : ", ").append(all[i]);
  return text;
}

bool is_key(std::string_view text) {
  if (text.empty() || text.size() > 120 || !is_alphanumeric(text.front())) return false;
  for (char const c : text) {
    if (!is_alphanumeric(c) && c != '.' && c != '_' && c != ':' && c != '-') return false;
  }
  return text.find("..") == std::string_view::npos;
}

bool is_open_word(std::string_view text) {
  if (text.empty() || text.size() > 40 || !is_lower(text.front())) return false;
  for (char const c : text) {
    if (!is_lower(c) && !is_digit(c) && c != '_') return false;
  }
  return true;
}

bool is_event_type(std::string_view text) {
  if (text.size() > 120) return false;
  while (true) {
    auto const dot = text.find('.');
    if (!is_open_word(text.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

std::optional<Reference> parse_reference(std::string_view text) {
  Reference reference;
  if (auto const slash = text.find('/'); slash != std::string_view::npos) {
    reference.dataset = text.substr(0, slash);
    text.remove_prefix(slash + 1);
    if (!is_key(reference.dataset)) return std::nullopt;
  }
  reference.key = text;
  if (!is_key(reference.key)) return std::nullopt;
  return reference;
}

}  // namespace annals
