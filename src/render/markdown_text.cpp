#include "render/markdown_text.hpp"

#include <algorithm>
#include <cstdlib>

#include "domain/citation.hpp"
#include "render/curated_markdown.hpp"
#include "render/republications.hpp"

namespace annals::render::markdown {
namespace {

std::string cited(Source const& source, Language language) {
  std::string text;
  for (auto const& [kind, part] : citation_parts(source, language))
    text += kind == CitationPart::Kind::address ? "<" + part + ">" : escape(part);
  return text;
}

}  // namespace

// CommonMark 2.4: any ASCII punctuation may stand behind a backslash. A line break would end the element, and
// a text must not begin a list ("- a", "2020. A year", 5.2) or a heading of its own.
std::string escape(std::string_view text) {
  constexpr std::string_view active = "\\`*_[]<>#|~&!", active_first = "-+=", active_behind_number = ".)";
  auto const number = std::min(text.find_first_not_of("0123456789"), text.size());
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    bool const begins =
        i == number && (i == 0 ? active_first : active_behind_number).find(c) != std::string_view::npos;
    if (begins || active.find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string curated(std::string_view text, int heading, std::string_view indent) {
  CuratedMarkdown const tree(text, heading);
  if (tree.is_too_deep()) return escape(text);
  constexpr int unwrapped = 0;
  std::unique_ptr<char, decltype(&std::free)> const markup(
      cmark_render_commonmark(tree.root(), CMARK_OPT_DEFAULT, unwrapped), &std::free);
  std::string out;
  for (std::string_view rest = markup.get(); !rest.empty();) {
    auto const end = std::min(rest.find('\n'), rest.size());
    if (!out.empty()) out += '\n';
    if (!out.empty() && end > 0) out += indent;
    out += rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

std::string anchor(Reference const& event) {
  return "<a id=\"" + event.dataset + "/" + event.key + "\"></a>";
}

std::string link(std::string_view text, std::string_view address) {
  return "[" + escape(text) + "](" + std::string(address) + ")";
}

std::string source(Footnote const& footnote, Language language) {
  auto text = cited(footnote.source, language);
  auto const say = [&](Phrase what) { return " " + std::string(phrase(what, language)) + " "; };
  auto const number = [](int one) { return std::to_string(one); };
  if (!footnote.copies.numbers.empty()) {
    auto const name = [](std::string const& publisher) { return escape(publisher); };
    text += say(Phrase::also_republished_by) + publishers_of(footnote.copies, name, number, language) + ".";
  } else if (footnote.original) {
    text += say(Phrase::copy_of_source) + "[" + number(*footnote.original) + "].";
  }
  if (footnote.source.reliability) text += " (" + std::string(word(*footnote.source.reliability)) + ")";
  return text;
}

}  // namespace annals::render::markdown
