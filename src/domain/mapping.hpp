#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/day_text.hpp"

namespace annals {

/// Text with the cells of columns in it: "{side_a} and {side_b}[, {place}]". What stands in brackets is left
/// out where a column in it is empty.
struct Template {
  struct Part {
    std::string text;    ///< as it stands
    std::string column;  ///< or the cell of this column
    int index = -1;      ///< where the column is in the file; -1: nowhere
  };
  struct Group {
    bool optional = false;
    std::vector<Part> parts;
  };
  std::vector<Group> groups;
};

/// How a list's text becomes a value: a whole number ("45910.0" is 45910), words of a-z joined by `_`, a
/// country's code.
enum class TermForm { as_is, integer, word, country };

/// One value of a row: a template, then a code table, then a form.
struct Term {
  Template text;
  std::map<std::string, std::string, std::less<>> codes;
  std::shared_ptr<Term>
      otherwise;  ///< of a value that is not among the codes; absent: it stays, with a warning
  std::shared_ptr<Term> if_empty;  ///< what stands in for no value
  TermForm form = TermForm::as_is;

  [[nodiscard]] bool is_given() const { return !text.groups.empty(); }
};

/// A date: EDTF as it stands, or a day (or the first and last possible day) with how precise it is: `day`,
/// `range`, `days:N` (N days to either side), `month`, `year`, `until`.
struct DateTerm {
  Term edtf;
  Term first;
  Term last;
  Term precision;

  [[nodiscard]] bool is_given() const { return edtf.is_given() || first.is_given(); }
};

struct QuantityTerm {
  std::string name;
  Term low;
  Term best;
  Term high;
};

/// One cell as several: by a separator, or in a producer's own form.
struct Split {
  Term cell;                      ///< not given: the row itself, once
  std::string separator;          ///< the members stand as the column "each"
  bool is_ucdp_articles = false;  ///< members have the columns "office", "date", "headline", "article"
};

struct ParticipantTerm {
  Split each;
  std::string role;
  Term name;
  Term kind;
};

/// When a row's claims assert its date and quantities.
enum class Asserts { always, alone, never };

struct SourceTerm {
  Split each;
  Term kind;
  Term title;
  Term publisher;
  Term url;
  DateTerm published;
  Asserts asserts = Asserts::always;
  Term credibility;
  Term quote;
  Term note;
};

/// Columns whose sum is to be that of another.
struct SumCheck {
  std::vector<Term> parts;
  Term total;
};

/// How the rows of an event list become events with their actors, places, sources and claims
/// (docs/import.md).
struct Mapping {
  std::string title;
  std::optional<char> delimiter;
  bool quotes = true;
  std::vector<std::vector<std::string>> headers;  ///< of files without one, by their number of columns
  std::map<std::string, std::string, std::less<>>
      aliases;  ///< other names of columns, folded, to those used here
  std::vector<std::pair<std::string, Term>>
      computed;             ///< columns that the rows do not have but follow from them
  std::string skip_where;   ///< rows whose cell in this column…
  std::string skip_starts;  ///< …starts so are no rows
  DateOrder date_order = DateOrder::year_first;
  std::optional<int> two_digit_years_from;

  Term key, event_title, description, type, status, visibility, note, tags;
  Term place_key, participant_list, quantity_list, attributes;  ///< in the notation of a bundle
  int optional_last = 0;  ///< as many of the last columns may be missing in a row
  std::string tag_separator = "|";
  DateTerm date;
  Term place_name, place_country, latitude, longitude, place_precision;
  std::vector<ParticipantTerm> participants;
  std::vector<QuantityTerm> quantities;
  std::vector<SourceTerm> sources;
  std::vector<SumCheck> sums;
};

/// Calls `visit` with every term of `mapping`.
template <class Mapping, class Visit>
void for_each_term(Mapping& mapping, Visit const& visit) {
  auto const date = [&](auto& term) {
    for (auto* one : {&term.edtf, &term.first, &term.last, &term.precision}) visit(*one);
  };
  for (auto* one :
       {&mapping.key, &mapping.event_title, &mapping.description, &mapping.type, &mapping.status,
        &mapping.visibility, &mapping.note, &mapping.tags, &mapping.place_key, &mapping.participant_list,
        &mapping.quantity_list, &mapping.attributes, &mapping.place_name, &mapping.place_country,
        &mapping.latitude, &mapping.longitude, &mapping.place_precision})
    visit(*one);
  date(mapping.date);
  for (auto& [name, term] : mapping.computed) visit(term);
  for (auto& one : mapping.participants) {
    for (auto* term : {&one.each.cell, &one.name, &one.kind}) visit(*term);
  }
  for (auto& one : mapping.quantities) {
    for (auto* term : {&one.low, &one.best, &one.high}) visit(*term);
  }
  for (auto& one : mapping.sources) {
    for (auto* term : {&one.each.cell, &one.kind, &one.title, &one.publisher, &one.url, &one.credibility,
                       &one.quote, &one.note})
      visit(*term);
    date(one.published);
  }
  for (auto& one : mapping.sums) {
    for (auto& term : one.parts) visit(term);
    visit(one.total);
  }
}

}  // namespace annals
