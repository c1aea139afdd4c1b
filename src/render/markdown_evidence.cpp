#include "render/markdown_evidence.hpp"

#include <map>

#include "domain/denials.hpp"
#include "domain/evidence_words.hpp"
#include "domain/field_words.hpp"
#include "render/entry_text.hpp"
#include "render/markdown_text.hpp"
#include "render/plan_text.hpp"

namespace annals::render::markdown {
namespace {

std::string bracketed(int number) { return "[" + std::to_string(number) + "]"; }

LineMarkup plain_lines(Language language) {
  return {[language](DateExpression const& date) { return escape(describe(date, language)); }, bracketed};
}

/// The lines of one entry.
class EvidenceLines {
 public:
  EvidenceLines(TimelineEntry const& entry, Language language) : entry_(entry), language_(language) {
    // The footnotes of an entry are those of its claims, in their order, each once.
    for (auto const& one : entry.claims) {
      auto const at = numbers_.size();
      if (!numbers_.contains(one.claim.source.id))
        numbers_.emplace(one.claim.source.id, entry.footnotes.at(at));
    }
  }

  std::vector<std::string> all() {
    if (!entry_.event.quantities.empty()) tell(entry_.event.quantities);
    for (auto const& dispute : entry_.disputes) lines_.push_back(escape(difference_line(dispute, language_)));
    for (auto const& field : entry_.not_evidenced)
      lines_.push_back(say(Phrase::not_evidenced) + ": " + escape(describe_field(field, language_)));
    if (entry_.witnesses.denials > 0) lines_.push_back(witnesses_line(entry_.witnesses, language_));
    for (auto const& denial : denials_of(entry_.claims)) tell(denial);
    for (auto const& plan : entry_.plans) {
      lines_.push_back(say(Phrase::planned_dates) + ": " +
                       plan_line(plan, entry_.event, plain_lines(language_), language_));
    }
    for (std::size_t i = 0; i < entry_.relations.size(); ++i) {
      auto const& relation = entry_.relations[i];
      tell(describe(relation.relation, language_), relation, entry_.related_here.at(i));
    }
    for (auto const& [relation, is_here] : entry_.incoming)
      tell(describe_inverse(relation.relation, language_), relation, is_here);
    if (entry_.has_more_incoming) lines_.push_back(say(Phrase::more_connections));
    return std::move(lines_);
  }

 private:
  std::string say(Phrase what) const { return std::string(phrase(what, language_)); }

  void tell(Quantities const& quantities) {
    std::string text;
    for (auto const& [name, number] : quantities) {
      text +=
          (text.empty() ? " " : "; ") + escape(describe_open_word(name)) + " " + describe(number, language_);
    }
    lines_.push_back(say(Phrase::quantities) + ":" + text);
  }

  void tell(Denial const& denial) {
    std::string denied = denial.answered ? told(denial.answered->claim) : "";
    for (auto const& field : denial.fields)
      denied += (denied.empty() ? "" : "; ") + escape(describe_field(field, language_)) + value_of(field);
    auto const words = told(denial.claim->claim);
    lines_.push_back(denied.empty()
                         ? say(Phrase::denied) + ": " + words
                         : say(Phrase::claimed) + ": " + denied + " — " + say(Phrase::denial) + ": " + words);
  }

  /// As the entry has it.
  std::string value_of(std::string const& field) const {
    auto const& event = entry_.event;
    if (field == "date") return event.date ? " " + escape(describe(*event.date, language_)) : "";
    if (field == "place") return event.place ? " " + escape(event.place->link.name) : "";
    auto const number = event.quantities.find(field.substr(field.find('.') + 1));
    return number == event.quantities.end() ? "" : " " + describe(number->second, language_);
  }

  std::string told(Claim const& claim) const {
    auto text = escape(claim.claimant ? claim.claimant->name : claim.source.name) + " " +
                std::string(describe(claim.stance, language_));
    if (claim.said) text += ", " + say(Phrase::said) + " " + escape(describe(*claim.said, language_));
    if (claim.date) text += ": " + escape(describe(*claim.date, language_));
    if (claim.gist) text += ". " + escape(*claim.gist);
    return text + " " + bracketed(numbers_.at(claim.source.id));
  }

  void tell(std::string_view words, EventRelation const& relation, bool is_here) {
    auto const& other = relation.other;
    auto const address = is_here ? "#" + other.dataset + "/" + other.key : event_address(other);
    lines_.push_back(std::string(words) + " " + link(title_of_other(relation), address));
  }

  TimelineEntry const& entry_;
  Language language_;
  std::map<ThingId, int> numbers_;  ///< of the footnotes, by source
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> evidence_lines(TimelineEntry const& entry, Language language) {
  return EvidenceLines(entry, language).all();
}

std::vector<std::string> planned_end_lines(TimelineSpan const& told, Language language) {
  std::vector<std::string> lines;
  for (auto const& end : told.plans) {
    lines.push_back(std::string(phrase(Phrase::planned_end, language)) + ": " +
                    planned_end_line(end, told.span, plain_lines(language), language));
  }
  return lines;
}

}  // namespace annals::render::markdown
