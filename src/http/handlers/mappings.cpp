#include "http/handlers/mappings.hpp"

#include "http/handlers/answers.hpp"
#include "http/handlers/writes.hpp"
#include "http/paging.hpp"
#include "service/mappings.hpp"
#include "wire/json_writer.hpp"

namespace annals::http {

Response list_mappings(Call& call) {
  accept_json(call);
  Paging const paging(call);
  accept_no_more(call);
  auto const mappings = service::read_mappings(call.transaction(), call.name("dataset"));
  std::string items;
  wire::JsonWriter json(items);
  // Few enough to be told at once: the file that holds them has at most 1 MiB.
  for (auto const& [name, mapping] : mappings)
    json.begin_object().member("name", name).key("mapping").raw(mapping).end_object();
  return paging.answer(items, nullptr, [&] { return static_cast<std::int64_t>(mappings.size()); });
}

Response get_mapping(Call& call) {
  accept_no_more(call);
  Response response;
  response.body = service::read_mapping(call.transaction(), call.name("dataset"), call.name("name"));
  return response;
}

Response put_mapping(Call& call) {
  accept_body(call, {"application/json"});
  accept_no_more(call);
  auto const author = author_of(call);
  Response response;
  change(call, [&](db::Transaction& transaction) {
    bool const is_new = service::write_mapping(transaction, call.name("dataset"), call.name("name"),
                                               call.request.body, author);
    response.status = is_new ? 201 : 200;
    response.body = service::read_mapping(transaction, call.name("dataset"), call.name("name"));
  });
  return response;
}

Response delete_mapping(Call& call) {
  accept_no_more(call);
  auto const author = author_of(call);
  change(call, [&](db::Transaction& transaction) {
    service::delete_mapping(transaction, call.name("dataset"), call.name("name"), author);
  });
  return no_content();
}

}  // namespace annals::http
