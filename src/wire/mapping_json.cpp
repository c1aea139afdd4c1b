#include "wire/mapping_json.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/vocabulary.hpp"
#include "wire/json_dom.hpp"

namespace annals::wire {
namespace {

[[noreturn]] void refuse(std::string const& at, Problem code, std::string const& message) {
  throw Error(code, "the mapping is wrong at " + at + ": " + message, {Fault{at, code, message, {}, {}, ""}});
}

/// An object of the mapping, of which every member must be taken.
class Members {
 public:
  Members(Dom const& value, std::string at) : value_(value), at_(std::move(at)) {
    if (!value.is_object()) refuse(at_, Problem::invalid_value, "must be an object");
  }
  [[nodiscard]] std::string at(std::string_view name) const { return at_ + "/" + pointer_segment(name); }
  Dom const* take(std::string_view name) {
    taken_.emplace_back(name);
    auto const found = value_.find(name);
    return found == value_.end() || found->is_null() ? nullptr : &*found;
  }
  void end() const {
    for (auto const& [name, value] : value_.items()) {
      if (std::find(taken_.begin(), taken_.end(), name) == taken_.end())
        refuse(at(name), Problem::unknown_member, "is no member of a mapping here");
    }
  }

 private:
  Dom const& value_;
  std::string at_;
  std::vector<std::string> taken_;
};

std::string text_of(Dom const& value, std::string const& at) {
  if (!value.is_string()) refuse(at, Problem::invalid_value, "must be a text");
  return value.get<std::string>();
}

std::string text_member(Members& members, std::string_view name) {
  auto const* value = members.take(name);
  return value == nullptr ? "" : text_of(*value, members.at(name));
}

bool flag_member(Members& members, std::string_view name, bool otherwise) {
  auto const* value = members.take(name);
  if (value == nullptr) return otherwise;
  if (!value->is_boolean()) refuse(members.at(name), Problem::invalid_value, "must be true or false");
  return value->get<bool>();
}

std::optional<int> number_member(Members& members, std::string_view name, int most) {
  auto const* value = members.take(name);
  if (value == nullptr) return std::nullopt;
  bool const fits =
      value->is_number_unsigned() && value->get<std::uint64_t>() <= static_cast<std::uint64_t>(most);
  if (!fits)
    refuse(members.at(name), Problem::invalid_value, "must be a number from 0 to " + std::to_string(most));
  return value->get<int>();
}

template <class Read>
void each_of(Members& members, std::string_view name, Read const& read) {
  auto const* value = members.take(name);
  if (value == nullptr) return;
  if (!value->is_array()) refuse(members.at(name), Problem::invalid_value, "must be an array");
  for (std::size_t i = 0; i < value->size(); ++i)
    read((*value)[i], members.at(name) + "/" + std::to_string(i));
}

Template template_of(Dom const& value, std::string const& at) {
  auto parsed = parse_template(text_of(value, at));
  if (!parsed) refuse(at, Problem::invalid_value, "has a bracket or brace that is not closed, or not opened");
  return std::move(*parsed);
}

TermForm form_of(std::string const& word, std::string const& at) {
  if (word.empty()) return TermForm::as_is;
  if (word == "integer") return TermForm::integer;
  if (word == "word") return TermForm::word;
  if (word == "country") return TermForm::country;
  refuse(at, Problem::invalid_value, "must be one of integer, word, country");
}

/// A template alone, an object with `value`, `codes`, `else`, `form`, or an array of them of which the first
/// counts that has a value.
Term term_of(Dom const& value, std::string const& at) {
  Term term;
  if (value.is_array() && !value.empty()) {
    for (auto i = value.size(); i-- > 0;) {
      auto one = term_of(value[i], at + "/" + std::to_string(i));
      if (term.is_given()) one.if_empty = std::make_shared<Term>(std::move(term));
      term = std::move(one);
    }
    return term;
  }
  if (value.is_string()) {
    term.text = template_of(value, at);
    return term;
  }
  Members members(value, at);
  auto const* text = members.take("value");
  if (text == nullptr) refuse(members.at("value"), Problem::required, "is missing");
  term.text = template_of(*text, members.at("value"));
  if (auto const* codes = members.take("codes")) {
    if (!codes->is_object())
      refuse(members.at("codes"), Problem::invalid_value, "must be an object, or the name of a table");
    for (auto const& [code, meaning] : codes->items())
      term.codes.emplace(code, text_of(meaning, members.at("codes") + "/" + pointer_segment(code)));
  }
  if (auto const* otherwise = members.take("else"))
    term.otherwise = std::make_shared<Term>(term_of(*otherwise, members.at("else")));
  term.form = form_of(text_member(members, "form"), members.at("form"));
  members.end();
  return term;
}

Term term_member(Members& members, std::string_view name) {
  auto const* value = members.take(name);
  return value == nullptr ? Term{} : term_of(*value, members.at(name));
}

DateTerm date_of(Dom const& value, std::string const& at) {
  DateTerm date;
  if (value.is_string()) {
    date.first.text = template_of(value, at);
    return date;
  }
  Members members(value, at);
  date.edtf = term_member(members, "edtf");
  date.first = term_member(members, "first");
  date.last = term_member(members, "last");
  date.precision = term_member(members, "precision");
  members.end();
  if (!date.is_given()) refuse(at, Problem::required, "needs edtf or first");
  return date;
}

DateTerm date_member(Members& members, std::string_view name) {
  auto const* value = members.take(name);
  return value == nullptr ? DateTerm{} : date_of(*value, members.at(name));
}

Split split_member(Members& members) {
  Split split;
  auto const* value = members.take("each");
  if (value == nullptr) return split;
  Members parts(*value, members.at("each"));
  split.cell = term_member(parts, "of");
  split.separator = text_member(parts, "separator");
  auto const form = text_member(parts, "form");
  if (!form.empty() && form != "ucdp-articles")
    refuse(parts.at("form"), Problem::invalid_value, "must be ucdp-articles");
  split.is_ucdp_articles = !form.empty();
  parts.end();
  if (!split.cell.is_given()) refuse(parts.at("of"), Problem::required, "is missing");
  if (split.separator.empty() == form.empty())
    refuse(parts.at("separator"), Problem::required, "either a separator or a form is needed");
  return split;
}

ParticipantTerm participant_of(Dom const& value, std::string const& at) {
  ParticipantTerm term;
  Members members(value, at);
  term.each = split_member(members);
  term.role = text_member(members, "role");
  if (!is_open_word(term.role))
    refuse(members.at("role"), Problem::invalid_value, "must be a word of a-z, 0-9 and _");
  term.name = term_member(members, "name");
  if (!term.name.is_given()) refuse(members.at("name"), Problem::required, "is missing");
  term.kind = term_member(members, "kind");
  members.end();
  return term;
}

Asserts asserts_of(std::string const& word, std::string const& at) {
  if (word.empty() || word == "always") return Asserts::always;
  if (word == "alone") return Asserts::alone;
  if (word == "never") return Asserts::never;
  refuse(at, Problem::invalid_value, "must be one of always, alone, never");
}

SourceTerm source_of(Dom const& value, std::string const& at) {
  SourceTerm term;
  Members members(value, at);
  term.each = split_member(members);
  term.kind = term_member(members, "kind");
  term.title = term_member(members, "title");
  if (!term.title.is_given()) refuse(members.at("title"), Problem::required, "is missing");
  term.publisher = term_member(members, "publisher");
  term.url = term_member(members, "url");
  term.published = date_member(members, "published");
  term.asserts = asserts_of(text_member(members, "asserts"), members.at("asserts"));
  term.credibility = term_member(members, "credibility");
  term.quote = term_member(members, "quote");
  term.note = term_member(members, "note");
  members.end();
  return term;
}

void read_event(Members& event, Mapping& mapping) {
  mapping.key = term_member(event, "key");
  mapping.event_title = term_member(event, "title");
  mapping.description = term_member(event, "description");
  mapping.type = term_member(event, "type");
  mapping.status = term_member(event, "status");
  mapping.date = date_member(event, "date");
  mapping.visibility = term_member(event, "visibility");
  mapping.note = term_member(event, "note");
  mapping.participant_list = term_member(event, "participants");
  mapping.attributes = term_member(event, "attributes");
  mapping.tags = term_member(event, "tags");
  if (auto separator = text_member(event, "tag_separator"); !separator.empty())
    mapping.tag_separator = separator;
  if (auto const* quantities = event.take("quantities"); quantities != nullptr && quantities->is_string()) {
    mapping.quantity_list = term_of(*quantities, event.at("quantities"));
  } else if (quantities != nullptr) {
    Members named(*quantities, event.at("quantities"));
    for (auto const& [name, value] : quantities->items()) {
      if (!is_open_word(name))
        refuse(named.at(name), Problem::invalid_value, "must be a word of a-z, 0-9 and _");
      QuantityTerm term{name, {}, {}, {}};
      if (named.take(name)->is_string()) {
        term.best = term_of(value, named.at(name));
      } else {
        Members parts(value, named.at(name));
        term.low = term_member(parts, "low");
        term.best = term_member(parts, "best");
        term.high = term_member(parts, "high");
        parts.end();
      }
      mapping.quantities.push_back(std::move(term));
    }
  }
  event.end();
  for (auto const& [name, term] :
       {std::pair("key", &mapping.key), {"title", &mapping.event_title}, {"type", &mapping.type}}) {
    if (!term->is_given()) refuse(event.at(name), Problem::required, "is missing");
  }
}

void read_place(Members& place, Mapping& mapping) {
  mapping.place_key = term_member(place, "key");
  mapping.place_name = term_member(place, "name");
  mapping.place_country = term_member(place, "country");
  mapping.latitude = term_member(place, "lat");
  mapping.longitude = term_member(place, "lon");
  mapping.place_precision = term_member(place, "precision");
  place.end();
}

void read_file(Members& file, Mapping& mapping) {
  auto const delimiter = text_member(file, "delimiter");
  if (delimiter.size() > 1) refuse(file.at("delimiter"), Problem::invalid_value, "must be one character");
  if (!delimiter.empty()) mapping.delimiter = delimiter.front();
  mapping.quotes = flag_member(file, "quotes", true);
  each_of(file, "headers", [&](Dom const& value, std::string const& at) {
    auto& header = mapping.headers.emplace_back();
    if (!value.is_array()) refuse(at, Problem::invalid_value, "must be an array of column names");
    for (auto const& name : value) header.push_back(text_of(name, at));
  });
  if (auto const* aliases = file.take("aliases")) {
    Members named(*aliases, file.at("aliases"));
    for (auto const& [column, others] : aliases->items())
      each_of(named, column, [&, name = column](Dom const& other, std::string const& at) {
        mapping.aliases.emplace(fold(text_of(other, at)), name);
      });
  }
  if (auto const* skip = file.take("skip")) {
    Members members(*skip, file.at("skip"));
    mapping.skip_where = text_member(members, "column");
    mapping.skip_starts = text_member(members, "starts");
    members.end();
  }
  if (auto const word = text_member(file, "date_order"); !word.empty()) {
    auto const order = date_order_of(word);
    if (!order) refuse(file.at("date_order"), Problem::invalid_value, "must be one of ymd, mdy, dmy");
    mapping.date_order = *order;
  }
  mapping.two_digit_years_from = number_member(file, "two_digit_years_from", 9900);
  mapping.optional_last = number_member(file, "optional_last", 1000).value_or(0);
  file.end();
}

/// Puts the table in the place of its name, wherever `codes` is one.
void fill_in_tables(Dom& value, CodeTables const& tables, std::string const& at) {
  if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i)
      fill_in_tables(value[i], tables, at + "/" + std::to_string(i));
  }
  if (!value.is_object()) return;
  for (auto const& [name, member] : value.items()) {
    auto const place = at + "/" + pointer_segment(name);
    if (name != "codes" || !member.is_string()) {
      fill_in_tables(member, tables, place);
      continue;
    }
    auto const table = tables(member.get<std::string>());
    if (table.empty()) refuse(place, Problem::invalid_value, "is no code table");
    member = parse_dom(table);
  }
}

}  // namespace

Mapping read_mapping(std::string_view json, CodeTables const& tables) {
  auto dom = parse_dom(json);
  fill_in_tables(dom, tables, "");
  Mapping mapping;
  Members members(dom, "");
  mapping.title = text_member(members, "title");
  if (auto const* file = members.take("file")) {
    Members parts(*file, "/file");
    read_file(parts, mapping);
  }
  auto const* event = members.take("event");
  if (event == nullptr) refuse("/event", Problem::required, "is missing");
  Members parts(*event, "/event");
  read_event(parts, mapping);
  if (auto const* place = members.take("place")) {
    Members of_place(*place, "/place");
    read_place(of_place, mapping);
  }
  each_of(members, "participants", [&](Dom const& value, std::string const& at) {
    mapping.participants.push_back(participant_of(value, at));
  });
  each_of(members, "sources",
          [&](Dom const& value, std::string const& at) { mapping.sources.push_back(source_of(value, at)); });
  each_of(members, "sums", [&](Dom const& value, std::string const& at) {
    Members sum(value, at);
    SumCheck check;
    each_of(sum, "of",
            [&](Dom const& part, std::string const& place) { check.parts.push_back(term_of(part, place)); });
    check.total = term_member(sum, "is");
    sum.end();
    mapping.sums.push_back(std::move(check));
  });
  if (auto const* computed = members.take("columns")) {
    Members named(*computed, "/columns");
    for (auto const& [name, value] : computed->items())
      mapping.computed.emplace_back(name, term_of(value, named.at(name)));
  }
  members.end();
  return mapping;
}

}  // namespace annals::wire
