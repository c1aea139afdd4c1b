#include "domain/citation.hpp"

#include "base/language_name.hpp"

namespace annals {
namespace {

/// The language of the document, where it is not that of the citation.
std::string in_language(Source const& source) {
  auto const& tag = source.language;
  bool const is_said = tag && *tag != "en" && !tag->starts_with("en-");
  return is_said ? " (in " + language_name(*tag) + ")" : "";
}

/// A title in brackets is the coder's description, not the document's own words: no quotation marks.
std::string title_of(Source const& source) {
  bool const described = source.title.starts_with('[') && source.title.ends_with(']');
  auto title = described ? source.title : "“" + source.title + "”";
  if (source.title_translated)
    title += " " + (source.title_translated->starts_with('[') ? *source.title_translated
                                                              : "[" + *source.title_translated + "]");
  return title + in_language(source);
}

}  // namespace

std::string citation(Source const& source) {
  std::string text;
  auto const add = [&](std::string const& part) {
    if (!text.empty()) text += ", ";
    text += part;
  };
  if (source.author) add(*source.author);
  add(title_of(source));
  if (source.publisher) add(*source.publisher);
  add(source.published ? describe(*source.published) : "undated");
  if (source.republishes) {
    add("republished from “" + source.republishes->name + "” (" + source.republishes->key + ")");
  }
  if (source.accessed) add("accessed " + describe(*source.accessed));
  if (source.archived_url) add("archived at " + *source.archived_url);
  return text + ".";
}

}  // namespace annals
