#include "service/write_dataset.hpp"

#include <array>

#include "service/users.hpp"
#include "wire/body_reader.hpp"
#include "wire/thing_json.hpp"

namespace annals::service {
namespace {

std::string text_of(Dataset const& dataset) {
  std::string text;
  wire::JsonWriter json(text);
  wire::write(json, dataset);
  return text;
}

std::optional<Dataset> find(db::Transaction& transaction, std::string const& key) {
  auto found = db::read_datasets(transaction, {key});
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

}  // namespace

WrittenDataset write_dataset(db::Transaction& transaction, std::string const& key, bool is_patch,
                             wire::JsonBody const& body, Precondition const& precondition,
                             db::Author const& author) {
  constexpr std::array<std::string_view, 7> members{"key",      "title",    "description", "licence",
                                                    "citation", "language", "visibility"};
  db::lock_dataset(transaction, key);
  auto const before = find(transaction, key);
  if (!before && is_patch) not_found();
  before ? precondition.check(before->version) : precondition.check_absent();
  auto const whole = is_patch ? body.applied_to(wire::JsonBody::parse(text_of(*before))) : body;
  wire::BodyReader fields(key, key, whole, members);
  db::DatasetDescription description;
  description.key = fields.required_key("key");
  description.title = fields.required_title("title");
  description.description = fields.long_text("description");
  description.licence = fields.title("licence");
  description.citation = fields.long_text("citation");
  description.language = fields.language("language");
  description.visibility = word(fields.word<Visibility>("visibility").value_or(Visibility::public_));
  description.described = true;
  fields.refuse();
  db::Change const change(transaction, description, author);
  auto const after = find(transaction, key).value();
  auto const now = wire::JsonBody::parse(text_of(after));
  body.refuse_read_only(before ? wire::JsonBody::parse(text_of(*before)) : now, now);
  return {after, change.written().created};
}

void delete_dataset(db::Transaction& transaction, std::string const& key, bool cascade,
                    Precondition const& precondition, db::Author const& author) {
  db::Change change(transaction, key, author);
  precondition.check(find(transaction, key).value().version);
  if (auto const content = change.content(); !content.empty() && !cascade) refuse_in_use(content);
  change.remove_dataset();
}

}  // namespace annals::service
