#include "http/handlers/difference_answers.hpp"

#include "http/accept.hpp"
#include "render/html_page.hpp"
#include "render/timeline_difference_html.hpp"

namespace annals::http {
namespace {

Format const& difference_format(Call const& call) {
  static std::vector<Format> const offered{{"json", "application/json"},
                                           {"html", "text/html; charset=utf-8"}};
  return choose_format(offered, call.suffix, call.request.accept);
}

}  // namespace

void accept_difference(Call const& call) { static_cast<void>(difference_format(call)); }

Response answer_difference(Call const& call, wire::TimelineDifference const& difference) {
  auto const& format = difference_format(call);
  Response response;
  response.content_type = format.type;
  response.headers.emplace_back("Vary", "Accept");
  if (format.suffix == "html") {
    response.headers.emplace_back("Content-Security-Policy", render::html::page_policy());
    response.body = render::timeline_difference_html(difference);
  } else {
    wire::JsonWriter json(response.body);
    wire::write(json, difference);
  }
  return response;
}

}  // namespace annals::http
