#pragma once

#include <string>
#include <string_view>

#include "domain/date_expression.hpp"
#include "domain/span.hpp"
#include "domain/vocabulary.hpp"

namespace annals {

/// A language in which the service speaks of what it shows. What people wrote is never translated.
enum class Language { en, ru };

/// Of a BCP 47 tag: that of its first subtag, else English.
[[nodiscard]] Language language_of(std::string_view tag);
/// "en", "ru".
[[nodiscard]] std::string_view tag(Language language);

/// What a timeline says in words of its own; the catalogue is phrases.cpp.
enum class Phrase {
  sources,              ///< a heading
  spans,                ///< a heading: what lasts
  disputes,             ///< a heading
  undated,              ///< in the place of a date
  cite_as,              ///< before a citation
  licence,              ///< before a licence
  filter,               ///< before the query
  known_by,             ///< before a date: as the published sources stood then
  as_of,                ///< before an instant: as the database stood then
  changed_at,           ///< before an instant: the latest change of what is shown
  sources_differ,       ///< before a field and its values
  not_evidenced,        ///< before a field that no known source evidences
  denied_by,            ///< before a number of sources
  reported_by,          ///< before a number of sources
  planned,              ///< before a number of days, or a date
  left_out,             ///< behind a number of claims: their sources have no date of publication
  archived,             ///< a link to an archived copy
  accessed,             ///< before a date
  republished_from,     ///< before a title
  reliability,          ///< before a grade of the Admiralty system
  skip_to_entries,      ///< a link past the head of a page
  timeline,             ///< a heading: the entries
  about_this_page,      ///< a heading: filter, licence, citation
  what_sources_say,     ///< over the claims of an entry
  connections,          ///< over the relations of an entry
  quantities,           ///< before numbers
  approximate,          ///< of a date
  uncertain,            ///< of a date
  order_uncertain,      ///< of an entry that may lie before the one above it
  disputed,             ///< of an entry
  told_as,              ///< before other names of the same event
  said,                 ///< before the date of a statement
  answers,              ///< before the key of a claim
  credibility,          ///< before a grade of the Admiralty system
  event,                ///< a heading of a column
  duration,             ///< a heading of a column
  as_planned,           ///< a heading of a column
  difference,           ///< a heading of a column: actual less planned
  planned_end,          ///< over the ends that were planned for what lasts
  planned_dates,        ///< over the dates for which an event was planned
  ended,                ///< before a date, or a difference: what came instead of a planned end
  claimed,              ///< before a claim, or a value, that a denial stands beside
  denial,               ///< before a denial that stands beside what it denies
  denied,               ///< over the denials that stand by themselves
  more_connections,     ///< of connections that are not shown
  also_republished_by,  ///< before the publishers of copies
  copy_of_source,       ///< before the number of a source
  cited_in_entry,       ///< before numbers of entries
  source,               ///< before its number
  and_further,          ///< before a number of entries
  page_leaves_out,      ///< what a page for readers does not show
  text_leaves_out,      ///< what a text for readers does not show
  unknown_number_of_days,
  vague_date,          ///< before a date that a format shows as days of its own
  picture_leaves_out,  ///< what a picture does not show, a sentence
  sign_point,          ///< what the signs of a picture stand for: too short to be a bar
  sign_bar,            ///< from its beginning to its end
  sign_unsure,         ///< somewhere within
  sign_beyond,         ///< without a known end
  sign_unknown_end,    ///< one end is unknown
  sign_several,        ///< on each of these
};
inline constexpr int phrase_count = static_cast<int>(Phrase::sign_several) + 1;
[[nodiscard]] std::string_view phrase(Phrase phrase, Language language);

/// What is counted, with the number: "1 day", "2 sources"; "1 день", "2 дня", "5 дней".
enum class Counted { days, sources, claims, entries, independent_sources };
[[nodiscard]] std::string counted(std::int64_t number, Counted counted, Language language);
/// "1311 days", "1818 to 1847 days".
[[nodiscard]] std::string describe(DayCount const& days, Language language);

/// As describe() in English, in that language.
[[nodiscard]] std::string describe(DateExpression const& date, Language language);

/// "planned", "запланировано".
[[nodiscard]] std::string_view describe(EventStatus status, Language language);
/// What a claim does: "denies", "отрицает".
[[nodiscard]] std::string_view describe(Stance stance, Language language);

}  // namespace annals
