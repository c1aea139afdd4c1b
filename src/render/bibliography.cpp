#include "render/bibliography.hpp"

#include "render/date_forms.hpp"

namespace annals::render {

std::string reference_name(Source const& source) { return source.head.dataset + "/" + source.head.key; }

std::vector<std::string> authors_of(Source const& source) {
  constexpr std::string_view separator = "; ";
  std::vector<std::string> all;
  std::string_view rest = source.author ? std::string_view(*source.author) : std::string_view();
  while (!rest.empty()) {
    auto const at = rest.find(separator);
    if (at != 0) all.emplace_back(rest.substr(0, at));
    rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + separator.size());
  }
  return all;
}

std::string reference_note(Source const& source, Language language) {
  std::string note;
  auto const add = [&](std::string const& part) { (note += note.empty() ? "" : "; ") += part; };
  auto const say = [&](Phrase label, std::string const& value) {
    add(std::string(phrase(label, language)) + " " + value);
  };
  if (source.republishes)
    say(Phrase::republished_from, source.republishes->name + " (" + source.republishes->key + ")");
  if (source.archived_url) say(Phrase::archived, *source.archived_url);
  if (source.published && is_vague(*source.published)) add("EDTF " + source.published->edtf());
  if (source.reliability) say(Phrase::reliability, std::string(word(*source.reliability)));
  if (source.head.note) add(*source.head.note);
  return note;
}

}  // namespace annals::render
