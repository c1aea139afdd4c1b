#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace annals {

// The closed vocabularies of contract section 1. A word on the wire is the enumerator's name.
enum class EventStatus { occurred, ongoing, planned, cancelled, unconfirmed, refuted };
enum class Stance { asserts, confirms, denies, plans, predicts, doubts, retracts, no_information };
enum class EventRelationKind {
  part_of,
  starts,
  ends,
  planned_end_of,
  provides_for,
  causes,
  precedes,
  responds_to,
  confirms,
  contradicts,
  cancels,
  concerns,
  same_as
};
enum class ActorRelationKind {
  part_of,
  member_of,
  head_of,
  head_of_government_of,
  spokesperson_of,
  successor_of,
  allied_with,
  same_as
};
enum class ActorKind {
  state,
  de_facto_state,
  government_agency,
  armed_force,
  armed_group,
  militia,
  political_group,
  international_organisation,
  company,
  media,
  population,
  person,
  unnamed_source,
  other
};
enum class SourceKind {
  news,
  official_statement,
  report,
  dataset,
  social_media,
  encyclopedia,
  archive,
  book,
  interview,
  other
};
enum class PlacePrecision { exact, near, district, province, region, country, sea, unknown };
enum class Visibility { public_, members, restricted };
/// The Admiralty grades of a source, best first: on the wire "A" to "F".
enum class Reliability { a, b, c, d, e, f };

/// What a dataset holds, each with a key of its own. Its word is the name of its table.
enum class ThingKind { actor, place, source, event, claim, actor_relation, timeline };
inline constexpr ThingKind thing_kinds[] = {ThingKind::actor,   ThingKind::place, ThingKind::source,
                                            ThingKind::event,   ThingKind::claim, ThingKind::actor_relation,
                                            ThingKind::timeline};

/// What a person decides of two things that may be one, and of what kind they are.
enum class PairDecision { same, different };
enum class PairKind { event, actor, place };

/// The words of a vocabulary in its order: `words<Stance>()[0]` is "asserts".
template <class Word>
[[nodiscard]] std::span<std::string_view const> words();

template <class Word>
[[nodiscard]] std::string_view word(Word value) {
  return words<Word>()[static_cast<std::size_t>(value)];
}

template <class Word>
[[nodiscard]] std::optional<Word> from_word(std::string_view text) {
  auto const all = words<Word>();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] == text) return static_cast<Word>(i);
  }
  return std::nullopt;
}

/// "events": the segment of its path and the name of its file.
[[nodiscard]] std::string collection_of(ThingKind kind);

/// "must be one of occurred, ongoing, …": what a refusal says.
[[nodiscard]] std::string must_be_one_of(std::span<std::string_view const> all);

/// A thing's key: `[A-Za-z0-9][A-Za-z0-9._:-]{0,119}` without "..".
[[nodiscard]] bool is_key(std::string_view text);
/// An open vocabulary's word (role, place kind, quantity): `[a-z][a-z0-9_]{0,39}`.
[[nodiscard]] bool is_open_word(std::string_view text);
/// An event type: open words joined by dots, at most 120 characters.
[[nodiscard]] bool is_event_type(std::string_view text);

/// "key" or "dataset/key": how one thing names another (contract section 3).
struct Reference {
  std::string dataset;  ///< empty: the dataset of the thing that refers
  std::string key;

  bool operator==(Reference const&) const = default;
};
[[nodiscard]] std::optional<Reference> parse_reference(std::string_view text);

}  // namespace annals
