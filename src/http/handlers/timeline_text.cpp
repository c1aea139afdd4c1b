#include "http/handlers/timeline_text.hpp"

#include "domain/snapshot.hpp"
#include "http/accept.hpp"
#include "render/html_page.hpp"
#include "render/timeline_difference_html.hpp"
#include "render/timeline_json.hpp"

namespace annals::http {
namespace {

Format const& difference_format(Call const& call) {
  static std::vector<Format> const offered{{"json", "application/json"},
                                           {"html", "text/html; charset=utf-8"}};
  return choose_format(offered, call.suffix, call.request.accept);
}

}  // namespace

std::string timeline_text(db::Transaction& transaction, service::TimelinePlan const& plan,
                          std::size_t entries_max) {
  if (plan.events.size() > entries_max)
    throw Error(Problem::too_many,
                "the timeline has more than " + std::to_string(entries_max) + " entries; ask for less");
  std::string text;
  auto const take = [&](std::string_view piece) {
    if (text.size() + piece.size() > snapshot_bytes_max)
      throw Error(Problem::too_long, "the timeline has more than 16 MiB as JSON");
    text += piece;
  };
  service::build_timeline(transaction, plan, *render::timeline_json(take));
  return text;
}

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
