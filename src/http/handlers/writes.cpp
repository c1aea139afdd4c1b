#include "http/handlers/writes.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "base/uuid.hpp"
#include "http/handlers/answers.hpp"
#include "http/idempotency.hpp"
#include "http/preconditions.hpp"
#include "service/write_dataset.hpp"
#include "service/write_relation.hpp"
#include "service/write_thing.hpp"

namespace annals::http {

void accept_body(Call const& call, std::initializer_list<std::string_view> types) {
  auto const& given = call.request.content_type;
  auto type = given.substr(0, given.find(';'));
  while (!type.empty() && type.back() == ' ') type.pop_back();
  if (std::find(types.begin(), types.end(), type) == types.end())
    throw Error(Problem::unsupported_type, "send the body as " + std::string(*types.begin()));
}

Response no_content() {
  Response response;
  response.status = 204;
  response.content_type.clear();
  return response;
}

void change(Call& call, std::function<void(db::Transaction&)> const& work) {
  call.pool.in_transaction(db::Access::write, call.view, work);
}

namespace {

constexpr std::size_t reason_characters_max = 500;

wire::JsonBody patch_of(Call const& call) {
  accept_body(call, {"application/merge-patch+json", "application/json"});
  return wire::JsonBody::parse(call.request.body);
}

bool take_cascade(Call& call) {
  bool cascade = false;
  parameter::Faults faults;
  std::erase_if(call.parameters, [&](auto const& given) {
    if (given.first != "cascade") return false;
    faults.guarded("cascade", [&] {
      faults.see("cascade");
      cascade = parameter::truth(given.second);
    });
    return true;
  });
  faults.refuse();
  accept_no_more(call);
  return cascade;
}

service::WriteTarget target_of(Call const& call, ThingKind kind) {
  service::WriteTarget target{kind, call.name("dataset"), "", {}};
  if (kind == ThingKind::actor_relation) {
    target.key = call.name("relation");
    target.given.emplace_back("actor", call.name("key"));
  } else if (call.names.contains("key")) {
    target.key = call.name("key");
  }
  if (!is_key(target.dataset)) not_found();
  return target;
}

std::string path_of(service::WriteTarget const& target) {
  auto const base = "/v1/datasets/" + target.dataset + '/';
  if (target.kind == ThingKind::actor_relation)
    return base + "actors/" + target.given.front().second + "/relations/" + target.key;
  return base + collection_of(target.kind) + '/' + target.key;
}

Response answer_written(service::WrittenThing written, service::WriteTarget const& target) {
  Response response;
  response.status = written.created ? 201 : 200;
  if (written.created) response.headers.emplace_back("Location", path_of(target));
  response.headers.emplace_back("ETag", '"' + std::to_string(written.thing.head.version) + '"');
  for (auto const& warning : written.warnings) {
    response.headers.emplace_back(
        "Annals-Warning", std::string(name(warning.code)) + ' ' + warning.field + ": " + warning.message);
  }
  response.body = std::move(written.thing.json);
  return response;
}

Response write(Call& call, service::WriteTarget const& target, service::WriteForm form,
               wire::JsonBody const& body) {
  accept_no_more(call);
  if (!is_key(target.key))
    throw Error(Problem::invalid_key, "the key is none",
                {{"/key",
                  Problem::invalid_key,
                  "must be a letter or digit, then at most 119 letters, digits, "
                  "'.', '_', ':' or '-'",
                  {},
                  {},
                  ""}});
  auto const precondition = precondition_of(call.request);
  auto const author = author_of(call);
  return once(call, [&](db::Transaction& transaction) {
    return answer_written(service::write_thing(transaction, target, form, body, precondition, author),
                          target);
  });
}

service::RelationTarget relation_of(Call const& call) {
  auto const named = call.names.find("other_dataset");
  service::RelationTarget target{
      call.name("dataset"),
      call.name("key"),
      call.name("relation"),
      {named == call.names.end() ? call.name("dataset") : named->second, call.name("other")}};
  if (!is_key(target.dataset) || !is_key(target.event)) not_found();
  return target;
}

Response answer_dataset(Call& call, bool is_patch) {
  accept_no_more(call);
  auto const& key = call.name("dataset");
  if (!is_key(key)) not_found();
  auto const body = is_patch ? patch_of(call) : json_of(call);
  auto const precondition = precondition_of(call.request);
  auto const author = author_of(call);
  Response response;
  change(call, [&](db::Transaction& transaction) {
    auto const written = service::write_dataset(transaction, key, is_patch, body, precondition, author);
    response = answer_one(written.dataset, written.dataset.version);
    if (!written.created) return;
    response.status = 201;
    response.headers.emplace_back("Location", "/v1/datasets/" + key);
  });
  return response;
}

}  // namespace

db::Author author_of(Call const& call) {
  db::Author author{call.principal.key_id, call.request.change_reason};
  if (!author.reason) return author;
  if (author.reason->empty()) author.reason.reset();
  if (auto const bad = author.reason ? check_text(*author.reason, reason_characters_max) : std::nullopt)
    throw Error(Problem::bad_head, "X-Change-Reason " + bad->message);
  return author;
}

wire::JsonBody json_of(Call const& call) {
  accept_body(call, {"application/json"});
  return wire::JsonBody::parse(call.request.body);
}

template <ThingKind kind>
Response post_thing(Call& call) {
  auto const body = json_of(call);
  auto target = target_of(call, kind);
  // A repeat of the request makes the same choice only through its Idempotency-Key.
  target.key = body.text_of("key").value_or(uuid_v7());
  return write(call, target, service::WriteForm::create, body);
}

template <ThingKind kind>
Response put_thing(Call& call) {
  return write(call, target_of(call, kind), service::WriteForm::put, json_of(call));
}

template <ThingKind kind>
Response patch_thing(Call& call) {
  return write(call, target_of(call, kind), service::WriteForm::patch, patch_of(call));
}

template <ThingKind kind>
Response delete_thing(Call& call) {
  bool const cascade = take_cascade(call);
  auto const target = target_of(call, kind);
  auto const precondition = precondition_of(call.request);
  auto const author = author_of(call);
  change(call, [&](db::Transaction& transaction) {
    service::delete_thing(transaction, target, cascade, precondition, author);
  });
  return no_content();
}

#define ANNALS_WRITES_OF(kind)                                 \
  template Response post_thing<ThingKind::kind>(Call & call);  \
  template Response put_thing<ThingKind::kind>(Call & call);   \
  template Response patch_thing<ThingKind::kind>(Call & call); \
  template Response delete_thing<ThingKind::kind>(Call & call)
ANNALS_WRITES_OF(actor);
ANNALS_WRITES_OF(place);
ANNALS_WRITES_OF(source);
ANNALS_WRITES_OF(event);
ANNALS_WRITES_OF(claim);
ANNALS_WRITES_OF(actor_relation);
ANNALS_WRITES_OF(timeline);
#undef ANNALS_WRITES_OF

Response put_event_relation(Call& call) {
  accept_no_more(call);
  auto const target = relation_of(call);
  auto const body = call.request.body.empty() ? wire::JsonBody::parse("{}") : json_of(call);
  auto const author = author_of(call);
  Response response;
  change(call, [&](db::Transaction& transaction) {
    auto const written = service::write_relation(transaction, target, body, author);
    response = Response{};
    response.status = written.created ? 201 : 200;
    wire::JsonWriter json(response.body);
    wire::write(json, written.relation);
  });
  return response;
}

Response delete_event_relation(Call& call) {
  accept_no_more(call);
  auto const target = relation_of(call);
  auto const author = author_of(call);
  change(call, [&](db::Transaction& transaction) { service::delete_relation(transaction, target, author); });
  return no_content();
}

Response put_dataset(Call& call) { return answer_dataset(call, false); }
Response patch_dataset(Call& call) { return answer_dataset(call, true); }

Response delete_dataset(Call& call) {
  bool const cascade = take_cascade(call);
  auto const& key = call.name("dataset");
  if (!is_key(key)) not_found();
  auto const precondition = precondition_of(call.request);
  auto const author = author_of(call);
  change(call, [&](db::Transaction& transaction) {
    service::delete_dataset(transaction, key, cascade, precondition, author);
  });
  return no_content();
}

}  // namespace annals::http
