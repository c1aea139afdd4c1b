#include "service/write_thing.hpp"

#include <algorithm>

#include "service/users.hpp"
#include "wire/body_reader.hpp"

namespace annals::service {
namespace {

/// The path leads through what a thing is a part of: a relation belongs to its actor.
void require_owner(db::Change& change, WriteTarget const& target) {
  for (auto const& [field, key] : target.given) {
    auto const owner = change.standing(from_word<ThingKind>(field).value(), key);
    if (!owner || !owner->held) not_found();
  }
}

bool is_of_another_owner(WriteTarget const& target, db::Params const& columns) {
  return std::any_of(target.given.begin(), target.given.end(), [&](auto const& given) {
    auto const name = given.first + "_key";
    return std::any_of(columns.begin(), columns.end(), [&](db::Param const& column) {
      return column.name == name && column.value != given.second;
    });
  });
}

/// Who comes too late is told so at once, and does not wait for the others' turn to change the dataset.
/// Whether a part is that of its owner comes before, and is seen in its turn.
void refuse_stale(db::Transaction& transaction, WriteTarget const& target, Precondition const& precondition) {
  if (precondition.versions.empty() || !target.given.empty()) return;
  auto const version = db::version_held(transaction, target.kind, target.dataset, target.key);
  if (version) precondition.check(*version);
}

ThingText read_one(db::Transaction& transaction, ThingKind kind, ThingId id) {
  auto texts = read_texts(transaction, kind, {id});
  if (texts.empty()) not_found();
  return std::move(texts.front());
}

}  // namespace

WrittenThing write_thing(db::Transaction& transaction, WriteTarget const& target, WriteForm form,
                         wire::JsonBody const& body, Precondition const& precondition,
                         db::Author const& author) {
  refuse_stale(transaction, target, precondition);
  db::Change change(transaction, target.dataset, author);
  require_owner(change, target);
  auto const standing = change.standing(target.kind, target.key);
  bool const is_there = standing && standing->held;
  if (is_there && form == WriteForm::create) throw Error(Problem::exists, "the key is there already");
  if (!is_there && form == WriteForm::patch) not_found();
  is_there ? precondition.check(standing->version) : precondition.check_absent();

  std::optional<ThingText> before;
  std::optional<db::Params> held;
  if (is_there) {
    ThingId const id{change.dataset_id(), standing->id};
    held = read_columns(transaction, target.kind, id);
    if (!held) not_found();
    if (is_of_another_owner(target, *held))
      throw Error(Problem::exists, "the key " + target.key + " is that of another");
    before = read_one(transaction, target.kind, id);
  }
  auto const whole = form == WriteForm::patch ? body.applied_to(wire::JsonBody::parse(before->json)) : body;
  wire::BodyReader fields(target.dataset, target.key, whole, written_members(target.kind));
  for (auto const& [field, value] : target.given) fields.set(field, value);
  auto columns = draft_columns(target.kind, fields);
  fields.refuse();

  WrittenThing written{{}, !is_there, fields.warnings()};
  if (held && columns == *held) {
    written.thing = *before;
  } else {
    auto const created = before ? std::optional(before->head.created_at) : std::nullopt;
    auto const id = change.write(target.kind, std::move(columns), standing, held ? &*held : nullptr, created);
    written.thing = read_one(transaction, target.kind, {change.dataset_id(), id});
  }
  auto const after = wire::JsonBody::parse(written.thing.json);
  body.refuse_read_only(before ? wire::JsonBody::parse(before->json) : after, after);
  return written;
}

void delete_thing(db::Transaction& transaction, WriteTarget const& target, bool cascade,
                  Precondition const& precondition, db::Author const& author) {
  refuse_stale(transaction, target, precondition);
  db::Change change(transaction, target.dataset, author);
  auto const standing = change.standing(target.kind, target.key);
  if (!standing || !standing->held) not_found();
  if (!target.given.empty()) {
    auto const held = read_columns(transaction, target.kind, {change.dataset_id(), standing->id});
    if (!held || is_of_another_owner(target, *held)) not_found();
  }
  precondition.check(standing->version);
  change.remove(with_users(change, {{target.kind, {standing->id}}}, cascade));
}

}  // namespace annals::service
