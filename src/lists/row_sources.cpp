#include "domain/drafts.hpp"
#include "domain/web_address.hpp"
#include "lists/list_keys.hpp"
#include "lists/row_reading.hpp"

namespace annals::lists {

void RowReading::read_sources() {
  for (auto const& term : rules_.mapping.sources) for_each_member(term.each, [&] { read_source(term); });
}

void RowReading::read_source(SourceTerm const& term) {
  auto source = fields();
  auto const title = as_title(value(term.title));
  if (title.empty()) return;
  auto kind = known_value(term.kind);
  source.set("kind", kind.empty() ? "other" : std::move(kind), column(term.kind));
  source.set("title", title, column(term.title));
  set_title(source, "publisher", term.publisher);
  auto url = value(term.url);
  if (auto const bad = url.empty() ? std::nullopt : web_address_fault(url)) {
    warn(column(term.url), Problem::bad_url, *bad);
    url.clear();
  }
  source.set("url", url, column(term.url));
  // The day of an article is a detail of its source: what is none stands in the attributes alone.
  auto const published = evaluate(term.published, cells_, rules_.style);
  if (!published.fault.empty()) warn(name_of(published.column), Problem::invalid_date, published.fault);
  source.set("published", published.edtf, name_of(published.column));
  auto const publisher = evaluate(term.publisher, cells_).text;
  source.set("key", key_of(publisher.empty() ? title : publisher,
                           "source\n" + title + "\n" + publisher + "\n" + published.edtf + "\n" + url));
  auto drafted = draft_source(source);
  for (auto const& other : row_.sources) {
    if (other.head.key == drafted.head.key) return;  // the same article twice
  }
  row_.sources.push_back(std::move(drafted));
  source_terms_.push_back(&term);
  claim_texts_.push_back({value(term.credibility), value(term.quote), value(term.note)});
}

void RowReading::read_claims() {
  bool const is_alone = row_.sources.size() == 1;
  for (std::size_t i = 0; i < row_.sources.size(); ++i) {
    auto claim = fields();
    auto const& source = row_.sources[i].head.key;
    claim.set("key", claim_key(row_.event.head.key, source));
    claim.set("event", row_.event.head.key);
    claim.set("source", source);
    claim.set("stance", "asserts");
    auto const& [credibility, quote, note] = claim_texts_[i];
    claim.set("credibility", credibility, column(source_terms_[i]->credibility));
    claim.set("quote", quote, column(source_terms_[i]->quote));
    claim.set("note", note, column(source_terms_[i]->note));
    auto const asserts = source_terms_[i]->asserts;
    if (asserts == Asserts::always || (asserts == Asserts::alone && is_alone)) {
      if (row_.event.date) claim.set("date", row_.event.date->edtf());
      claim.set_quantities(row_.event.quantities);
    }
    row_.claims.push_back(draft_claim(claim));
  }
}

}  // namespace annals::lists
