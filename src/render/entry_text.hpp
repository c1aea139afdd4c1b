#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/timeline.hpp"

namespace annals::render {

/// The stable address of a thing in the formats that need one, for all time: a tag URI (RFC 4151).
[[nodiscard]] std::string thing_uri(std::string_view kind, std::string_view dataset, std::string_view key);

/// The parameters as one text: "dataset=karabakh&from=2020", percent-encoded.
[[nodiscard]] std::string filter_text(TimelineHead const& head);

/// What head.as_of is: as_of where it was asked for, else changed_at.
[[nodiscard]] Phrase as_of_phrase(TimelineHead const& head);

/// What every document says of itself, each with its label: filter, state of knowledge and of the database,
/// citation and licence of every dataset.
using Labelled = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Labelled provenance(TimelineHead const& head);
/// The same as lines, with the introduction in front.
[[nodiscard]] std::string provenance_text(TimelineHead const& head);
/// Of the claims that known_by had to leave out; empty for none.
[[nodiscard]] std::string left_out_text(int claims_without_publication_date, Language language);

/// Where the service tells of an event, from its root: "/v1/datasets/karabakh/events/deployment".
[[nodiscard]] std::string event_address(Reference const& event);
/// Its title where it was read, else its key.
[[nodiscard]] std::string const& title_of_other(EventRelation const& relation);

/// "about October 2023 (2023-10~)"; the words of undated where there is none.
[[nodiscard]] std::string date_line(std::optional<DateExpression> const& date, Language language);

/// What is to be said of an entry beside its title, date and place, a paragraph each: the description, its
/// status, in what the sources differ, what is not evidenced, who denies it, a curator's note.
[[nodiscard]] std::vector<std::string> remarks_on(TimelineEntry const& entry, Language language);

/// In what the sources differ, and how many claims stand for each value.
[[nodiscard]] std::string difference_line(Dispute const& dispute, Language language);
/// Who denies it, beside who reports it; there is a denial.
[[nodiscard]] std::string witnesses_line(Witnesses const& witnesses, Language language);

/// A text in a document whose reader takes it for HTML; its line ends are breaks.
[[nodiscard]] std::string html_text(std::string_view text);

/// Its sources, each once, by key and title in the order of the claims.
[[nodiscard]] Labelled sources_of(TimelineEntry const& entry);

}  // namespace annals::render
