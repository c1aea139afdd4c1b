#include "http/handlers/snapshots.hpp"

#include "base/base64.hpp"
#include "base/sha256.hpp"
#include "http/handlers/answers.hpp"
#include "http/handlers/difference_answers.hpp"
#include "http/handlers/timeline_text.hpp"
#include "http/handlers/writes.hpp"
#include "http/idempotency.hpp"
#include "http/paging.hpp"
#include "service/snapshots.hpp"

namespace annals::http {
namespace {

constexpr std::size_t frozen_entries_max = 10000;

int read_number(std::string const& text) {
  return static_cast<int>(parameter::integer(text, 1, snapshot_number_max));
}

int snapshot_number(Call const& call) {
  try {
    return read_number(call.name("number"));
  } catch (parameter::Wrong const&) {
    not_found();
  }
}

std::string snapshots_address(Call const& call) {
  return "/v1/datasets/" + call.name("dataset") + "/timelines/" + call.name("key") + "/snapshots/";
}

void write_snapshot(wire::JsonWriter& json, Snapshot const& snapshot) {
  json.begin_object().member("number", snapshot.number).member("created_at", snapshot.created_at);
  json.member("sha256", snapshot.sha256).member("title", snapshot.title);
  json.member("entries", snapshot.entries).member("bytes", snapshot.bytes).end_object();
}

std::string draw(db::Transaction& transaction, service::TimelinePlan const& plan) {
  return timeline_text(transaction, plan, frozen_entries_max);
}

/// The digest of the bytes (RFC 9530).
std::string repr_digest(std::string const& bytes) {
  auto const hash = sha256(bytes);
  std::string_view const text(reinterpret_cast<char const*>(hash.data()), hash.size());
  return "sha-256=:" + to_base64(text) + ":";
}

struct ComparedSnapshot {
  wire::TimelineParts parts;
  std::string sha256;
};

ComparedSnapshot read_compared(Call const& call, int number) {
  auto const content =
      service::read_snapshot(call.transaction(), call.name("dataset"), call.name("key"), number);
  return {wire::take_apart(content.bytes), content.sha256};
}

}  // namespace

Response list_snapshots(Call& call) {
  accept_json(call);
  Paging const paging(call);
  accept_no_more(call);
  auto const of = [&](int after, int limit) {
    return service::list_snapshots(call.transaction(), call.name("dataset"), call.name("key"), after, limit);
  };
  auto list = of(paging.after() ? std::stoi(paging.after()->at(0)) : 0, paging.limit() + 1);
  db::SortKey last;
  if (list.size() > static_cast<std::size_t>(paging.limit())) {
    list.pop_back();
    last = {std::to_string(list.back().number)};
  }
  std::string items;
  wire::JsonWriter json(items);
  for (auto const& snapshot : list) write_snapshot(json, snapshot);
  return paging.answer(items, last.empty() ? nullptr : &last,
                       [&] { return static_cast<std::int64_t>(of(0, snapshots_max).size()); });
}

Response post_snapshot(Call& call) {
  accept_no_more(call);
  if (!call.request.body.empty())
    throw Error(Problem::unsupported_type, "a snapshot is asked for without a body");
  if (!is_key(call.name("dataset"))) not_found();
  auto const author = author_of(call);
  return once(call, [&](db::Transaction& transaction) {
    auto const made =
        service::freeze_timeline(transaction, call.name("dataset"), call.name("key"), author, draw);
    Response response;
    response.status = 201;
    response.headers.emplace_back("Location", snapshots_address(call) + std::to_string(made.number));
    response.headers.emplace_back("ETag", '"' + made.sha256 + '"');
    wire::JsonWriter json(response.body);
    write_snapshot(json, made);
    return response;
  });
}

Response get_snapshot(Call& call) {
  accept_no_more(call);
  auto content = service::read_snapshot(call.transaction(), call.name("dataset"), call.name("key"),
                                        snapshot_number(call));
  Response response;
  response.headers.emplace_back("ETag", '"' + content.sha256 + '"');
  response.headers.emplace_back("Repr-Digest", repr_digest(content.bytes));
  // What only some may see must not lie in a cache that all use.
  bool const is_public = call.view.clearance == db::Clearance::anonymous;
  response.headers.emplace_back(
      "Cache-Control", std::string(is_public ? "public" : "private") + ", max-age=31536000, immutable");
  response.body = std::move(content.bytes);
  return response;
}

Response get_snapshot_changes(Call& call) {
  accept_difference(call);
  auto const number = snapshot_number(call);
  auto const other = parameter::take(call.parameters, "to", read_number);
  accept_no_more(call);
  auto const from = read_compared(call, number);
  std::optional<std::string> sha256;
  wire::TimelineParts now;
  if (other) {
    auto to = read_compared(call, *other);
    now = std::move(to.parts);
    sha256 = std::move(to.sha256);
  } else {
    now = wire::take_apart(
        service::draw_public_timeline(call.transaction(), call.name("dataset"), call.name("key"), draw));
  }
  auto difference = wire::compare(from.parts, now);
  difference.from.snapshot = number;
  difference.from.sha256 = from.sha256;
  difference.to.snapshot = other;
  difference.to.sha256 = sha256;
  return answer_difference(call, difference);
}

}  // namespace annals::http
