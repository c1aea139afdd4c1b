#include "render/html_source.hpp"

#include "domain/citation.hpp"
#include "domain/evidence_words.hpp"
#include "render/html_text.hpp"
#include "render/markup_text.hpp"
#include "render/republications.hpp"

namespace annals::render::html {
namespace {

std::string cited(Source const& source, Language language) {
  std::string out = "<span class=\"citation\">";
  for (auto const& [kind, text] : citation_parts(source, language)) {
    switch (kind) {
      case CitationPart::Kind::plain:
        out += escape_markup(text);
        break;
      case CitationPart::Kind::name:
        out += written("bdi", "", "", text);
        break;
      case CitationPart::Kind::title:
        out += written("cite", "", source.language.value_or(""), text);
        break;
      case CitationPart::Kind::address:
        out += link_out(text, text);
        break;
    }
  }
  return out + "</span>";
}

std::string copies(Footnote const& footnote, Language language) {
  auto const link = [language](int number) { return footnote_link(number, language); };
  if (!footnote.copies.numbers.empty()) {
    auto const name = [](std::string const& text) { return written("bdi", "", "", text); };
    return " <span class=\"copies\">" + std::string(phrase(Phrase::also_republished_by, language)) + " " +
           publishers_of(footnote.copies, name, link, language) + "</span>";
  }
  if (!footnote.original) return "";
  return " <span class=\"copies\">" + std::string(phrase(Phrase::copy_of_source, language)) + " " +
         link(*footnote.original) + "</span>";
}

std::string grade(Source const& source, Language language) {
  if (!source.reliability) return "";
  return " <span class=\"grade\">" + std::string(phrase(Phrase::reliability, language)) + " " +
         std::string(word(*source.reliability)) + ": " +
         std::string(describe(*source.reliability, language)) + "</span>";
}

}  // namespace

std::string source(Footnote const& footnote, Language language) {
  return cited(footnote.source, language) + copies(footnote, language) + grade(footnote.source, language);
}

}  // namespace annals::render::html
