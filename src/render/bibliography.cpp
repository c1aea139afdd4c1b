#include "render/bibliography.hpp"

#include "render/date_forms.hpp"

namespace annals::render {

std::string reference_name(Source const& source) { return source.head.dataset + "/" + source.head.key; }

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
