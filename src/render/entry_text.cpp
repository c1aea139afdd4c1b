#include "render/entry_text.hpp"

#include <algorithm>

#include "domain/evidence_words.hpp"
#include "domain/field_words.hpp"
#include "render/markup_text.hpp"
#include "wire/query_text.hpp"

namespace annals::render {
namespace {

std::string plain_value(DisputedValue const& disputed, Language language) {
  struct Text {
    Language language;
    std::string operator()(DateExpression const& date) const { return describe(date, language); }
    std::string operator()(ThingLink const& place) const { return place.name; }
    std::string operator()(EventStatus status) const { return std::string(describe(status, language)); }
    std::string operator()(Quantity const& quantity) const { return describe(quantity, language); }
  };
  return std::visit(Text{language}, disputed.value);
}

}  // namespace

std::string thing_uri(std::string_view kind, std::string_view dataset, std::string_view key) {
  return "tag:annals,2026:" + std::string(kind) + "/" + std::string(dataset) + "/" + std::string(key);
}

std::string event_address(Reference const& event) {
  return "/v1/datasets/" + event.dataset + "/events/" + event.key;
}

std::string const& title_of_other(EventRelation const& relation) {
  return relation.other_title.empty() ? relation.other.key : relation.other_title;
}

std::string filter_text(TimelineHead const& head) { return wire::query_text(head.query); }

Phrase as_of_phrase(TimelineHead const& head) {
  bool const is_asked = std::any_of(head.query.begin(), head.query.end(),
                                    [](auto const& parameter) { return parameter.first == "as_of"; });
  return is_asked ? Phrase::as_of : Phrase::changed_at;
}

Labelled provenance(TimelineHead const& head) {
  Labelled all;
  auto const add = [&](Phrase label, std::string const& value) {
    all.emplace_back(phrase(label, head.language), value);
  };
  if (head.saved) add(Phrase::timeline, head.saved->dataset + '/' + head.saved->key);
  if (!head.query.empty()) add(Phrase::filter, filter_text(head));
  if (head.known_by) add(Phrase::known_by, *head.known_by);
  add(as_of_phrase(head), head.as_of);
  for (auto const& dataset : head.datasets) {
    if (dataset.citation) add(Phrase::cite_as, *dataset.citation);
    if (dataset.licence) add(Phrase::licence, *dataset.licence);
  }
  return all;
}

std::string provenance_text(TimelineHead const& head) {
  std::string text = head.introduction.value_or("");
  for (auto const& [label, value] : provenance(head)) {
    if (!text.empty()) text += '\n';
    text += label + ": " + value;
  }
  return text;
}

std::string left_out_text(int claims_without_publication_date, Language language) {
  if (claims_without_publication_date == 0) return "";
  return counted(claims_without_publication_date, Counted::claims, language) + " " +
         std::string(phrase(Phrase::left_out, language));
}

std::string date_line(std::optional<DateExpression> const& date, Language language) {
  if (!date) return std::string(phrase(Phrase::undated, language));
  return describe(*date, language) + " (" + date->edtf() + ")";
}

std::vector<std::string> remarks_on(TimelineEntry const& entry, Language language) {
  std::vector<std::string> all;
  auto const& event = entry.event;
  if (event.description) all.push_back(*event.description);
  if (event.status != EventStatus::occurred) all.emplace_back(describe(event.status, language));
  for (auto const& dispute : entry.disputes) all.push_back(difference_line(dispute, language));
  for (auto const& field : entry.not_evidenced)
    all.push_back(std::string(phrase(Phrase::not_evidenced, language)) + ": " +
                  describe_field(field, language));
  if (entry.witnesses.denials > 0) all.push_back(witnesses_line(entry.witnesses, language));
  if (entry.note) all.push_back(*entry.note);
  return all;
}

std::string difference_line(Dispute const& dispute, Language language) {
  auto text = std::string(phrase(Phrase::sources_differ, language)) + " " +
              describe_field(dispute.field, language) + ":";
  for (auto const& value : dispute.values) {
    auto const claims = static_cast<std::int64_t>(value.claims.size());
    text += (&value == &dispute.values.front() ? " " : "; ") + plain_value(value, language) + " (" +
            counted(claims, Counted::claims, language) + ")";
  }
  return text;
}

std::string witnesses_line(Witnesses const& witnesses, Language language) {
  return std::string(phrase(Phrase::denied_by, language)) + " " +
         counted(witnesses.denials, Counted::sources, language) + ", " +
         std::string(phrase(Phrase::reported_by, language)) + " " +
         counted(witnesses.sources, Counted::sources, language);
}

std::string html_text(std::string_view text) { return escape_markup(text, "<br/>"); }

Labelled sources_of(TimelineEntry const& entry) {
  Labelled all;
  for (auto const& one : entry.claims) {
    auto const& source = one.claim.source;
    bool const is_there =
        std::any_of(all.begin(), all.end(), [&](auto const& listed) { return listed.first == source.key; });
    if (!is_there) all.emplace_back(source.key, source.name);
  }
  return all;
}

}  // namespace annals::render
