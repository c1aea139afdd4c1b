#include "http/paging.hpp"

#include <algorithm>

#include "http/handlers/answers.hpp"
#include "wire/json_writer.hpp"
#include "wire/query_text.hpp"

namespace annals::http {
namespace {

constexpr int limit_max = 1000;

/// The parameters in an order that says nothing: a list is the same however its filters were written.
std::string scope_of(Call const& call, Parameters parameters) {
  std::sort(parameters.begin(), parameters.end());
  return std::to_string(call.principal.key_id) + ' ' + call.target.path + '?' + wire::query_text(parameters);
}

}  // namespace

Paging::Paging(Call& call, Kind kind) : call_(call), cursor_name_(kind == Kind::list ? "cursor" : "since") {
  std::optional<std::string> cursor;
  parameter::Faults faults;
  std::erase_if(call.parameters, [&](auto const& given) {
    auto const& name = given.first;
    auto const& value = given.second;
    if (name != "limit" && name != cursor_name_ && (name != "total" || kind == Kind::feed)) return false;
    faults.guarded(name, [&] {
      faults.see(name);
      if (name == "limit") {
        limit_ = static_cast<int>(parameter::integer(value, 1, limit_max));
        limit_given_ = true;
      }
      if (name == cursor_name_) cursor = value;
      if (name == "total") total_ = parameter::truth(value);
    });
    return true;
  });
  faults.refuse();
  filters_ = filter_of(call);
  scope_ = scope_of(call, filters_);
  if (cursor) after_ = call.cursors.read(scope_, *cursor);
}

std::string Paging::next_address(db::SortKey const& last) const {
  auto parameters = filters_;
  if (limit_given_) parameters.emplace_back("limit", std::to_string(limit_));
  if (total_) parameters.emplace_back("total", "true");
  parameters.emplace_back(cursor_name_, call_.cursors.make(scope_, last));
  return call_.target.path + '?' + wire::query_text(parameters);
}

Response Paging::answer(std::string const& items, db::SortKey const* last,
                        std::function<std::int64_t()> const& count) const {
  Response response;
  wire::JsonWriter json(response.body);
  json.begin_object().key("items").begin_array();
  if (!items.empty()) json.raw(items);
  json.end_array().key("next");
  if (last != nullptr) {
    auto const next = next_address(*last);
    json.value(next);
    response.headers.emplace_back("Link", "<" + next + ">; rel=\"next\"");
  } else {
    json.null();
  }
  if (total_) json.member("total", count());
  json.end_object();
  return response;
}

}  // namespace annals::http
