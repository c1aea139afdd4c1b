#include "render/html_claims.hpp"

#include <set>

#include "domain/evidence_words.hpp"
#include "domain/field_words.hpp"
#include "render/html_text.hpp"
#include "render/markup_text.hpp"

namespace annals::render::html {
namespace {

std::string value_text(DisputedValue const& disputed, Language language) {
  struct Text {
    Language language;
    std::string operator()(DateExpression const& value) const { return date(value, language); }
    std::string operator()(ThingLink const& place) const { return written("bdi", "", "", place.name); }
    std::string operator()(EventStatus status) const { return std::string(describe(status, language)); }
    std::string operator()(Quantity const& quantity) const {
      return escape_markup(describe(quantity, language));
    }
  };
  return std::visit(Text{language}, disputed.value);
}

}  // namespace

Claims::Claims(TimelineEntry const& entry, Language language) : entry_(entry), language_(language) {
  // The footnotes of an entry are those of its claims, in their order, each once.
  std::map<ThingId, int> numbers;
  for (auto const& one : entry.claims) {
    auto const& claim = one.claim;
    auto const [found, is_new] = numbers.emplace(claim.source.id, 0);
    if (is_new) found->second = entry.footnotes.at(numbers.size() - 1);
    footnotes_.emplace(claim.head.key, found->second);
  }
}

std::string Claims::disputes() const {
  std::string out;
  for (auto const& each : entry_.disputes) out += dispute(each);
  return out;
}

std::string Claims::dispute(Dispute const& dispute) const {
  std::string out = "<div class=\"dispute\"><p>" + std::string(phrase(Phrase::sources_differ, language_)) +
                    " <b>" + escape_markup(describe_field(dispute.field, language_)) + "</b></p>\n<ul>\n";
  for (auto const& value : dispute.values) {
    std::set<int> cited;
    for (auto const& key : value.claims) {
      if (auto const found = footnotes_.find(key); found != footnotes_.end()) cited.insert(found->second);
    }
    out += "<li><span>" + value_text(value, language_) + "</span> <span class=\"refs\">";
    for (int const number : cited)
      out += (number == *cited.begin() ? "" : " ") + footnote_link(number, language_);
    out += "</span></li>\n";
  }
  return out + "</ul></div>\n";
}

std::string Claims::claims() const {
  if (entry_.claims.empty()) return "";
  auto count = counted(static_cast<std::int64_t>(entry_.claims.size()), Counted::claims, language_);
  if (entry_.witnesses.sources > 0)
    count += ", " + counted(entry_.witnesses.sources, Counted::independent_sources, language_);
  std::string out = "<details><summary>" + std::string(phrase(Phrase::what_sources_say, language_)) +
                    " <span class=\"count\">" + count + "</span></summary>\n<ul>\n";
  for (auto const& each : entry_.claims) out += claim(each.claim);
  return out + "</ul></details>\n";
}

std::string Claims::said(Claim const& claim) const {
  auto const who = claim.claimant ? claim.claimant->name : claim.source.name;
  auto out = written("bdi", "who", "", who) + " <span class=\"stance\">" +
             std::string(describe(claim.stance, language_)) + "</span>";
  if (claim.said)
    out += ", " + std::string(phrase(Phrase::said, language_)) + " " + date(*claim.said, language_);
  out += asserted(claim);
  return claim.gist ? out + ". " + written("bdi", "", "", *claim.gist) : out;
}

std::string Claims::told(Claim const& claim) const {
  return said(claim) + " <span class=\"refs\">" + footnote_link(footnotes_.at(claim.head.key), language_) +
         "</span>";
}

std::string Claims::claim(Claim const& claim) const {
  auto out = "<li>" + said(claim);
  auto const language = claim.language.value_or("");
  if (claim.quote) out += " " + written("q", "", language, *claim.quote);
  if (claim.locator) out += " (" + written("bdi", "", "", *claim.locator) + ")";
  if (claim.credibility) {
    out += " <small>" + std::string(phrase(Phrase::credibility, language_)) + ": " +
           std::string(describe_credibility(*claim.credibility, language_)) + "</small>";
  }
  if (claim.answers) {
    out += " <small>" + std::string(phrase(Phrase::answers, language_)) + " <code>" +
           escape_markup(claim.answers->key) + "</code></small>";
  }
  return out + " " + footnote_link(footnotes_.at(claim.head.key), language_) + " <code>" +
         escape_markup(claim.head.key) + "</code></li>\n";
}

std::string Claims::asserted(Claim const& claim) const {
  std::string out;
  auto const add = [&](std::string const& text) { out += (out.empty() ? ": " : "; ") + text; };
  if (claim.date) add(date(*claim.date, language_));
  if (claim.place) add(written("bdi", "", "", claim.place->name));
  if (claim.status) add(std::string(describe(*claim.status, language_)));
  for (auto const& [name, number] : claim.quantities)
    add(escape_markup(describe_open_word(name)) + " " + escape_markup(describe(number, language_)));
  return out;
}

}  // namespace annals::render::html
