#include "http/handlers/service.hpp"

#include "db/dataset_store.hpp"
#include "http/handlers/answers.hpp"
#include "reference.hpp"

namespace annals::http {

Response get_openapi(Call& call) {
  accept_no_more(call);
  Response response;
  response.body = reference::openapi;
  return response;
}

Response get_problem(Call& call) {
  accept_no_more(call);
  for (auto const& problem : reference::problems) {
    if (problem.name != call.name("name")) continue;
    Response response;
    response.content_type = "text/html; charset=utf-8";
    response.headers.emplace_back("Content-Security-Policy", "default-src 'none'; style-src 'self'");
    response.body = problem.page;
    return response;
  }
  not_found();
}

/// The process lives: nothing else is looked at.
Response get_health(Call& call) {
  accept_no_more(call);
  Response response;
  response.body = R"({"status":"ok"})";
  return response;
}

/// The database answers, too.
Response get_readiness(Call& call) {
  accept_no_more(call);
  static_cast<void>(db::instant_of(call.transaction()));
  Response response;
  response.body = R"({"status":"ok"})";
  return response;
}

}  // namespace annals::http
