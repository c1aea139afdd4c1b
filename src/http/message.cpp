#include "http/message.hpp"

#include "base/text.hpp"
#include "wire/problem_json.hpp"

namespace annals::http {

Response problem_response(Problem problem, std::string_view detail, std::string_view path,
                          std::vector<Fault> const& faults) {
  Response response;
  response.status = wire::kind_of(problem).status;
  response.content_type = "application/problem+json";
  response.body = wire::problem_json(problem, detail, quote_for_message(path, 200), faults);
  response.headers.emplace_back("Cache-Control", "no-store");
  if (problem == Problem::unauthorised) response.headers.emplace_back("WWW-Authenticate", "Bearer");
  if (response.status == 503) response.headers.emplace_back("Retry-After", "1");
  return response;
}

}  // namespace annals::http
