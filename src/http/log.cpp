#include "http/log.hpp"

#include <iostream>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "wire/json_writer.hpp"

namespace annals::http {
namespace {

/// Written in one piece, so that lines of several threads do not mix.
template <class Write>
void line(std::string_view what, Write const& write) {
  std::string text;
  wire::JsonWriter json(text);
  json.begin_object().member("at", utc_now()).member("what", what);
  write(json);
  json.end_object();
  std::cerr << (text + '\n') << std::flush;
}

}  // namespace

void log_request(Request const& request, int status, double milliseconds) {
  line("request", [&](wire::JsonWriter& json) {
    json.member("id", request.id).member("method", quote_for_message(request.method));
    json.member("target", quote_for_message(request.target, 2000)).member("status", status);
    json.member("ms", milliseconds);
  });
}

void log_failure(std::string const& request_id, std::string_view cause, std::string_view sqlstate) {
  line("failure", [&](wire::JsonWriter& json) {
    json.member("id", request_id)
        .member("sqlstate", sqlstate)
        .member("cause", quote_for_message(cause, 2000));
  });
}

void log_event(std::string_view what, std::string_view detail) {
  line(what, [&](wire::JsonWriter& json) {
    if (!detail.empty()) json.member("detail", quote_for_message(detail, 2000));
  });
}

}  // namespace annals::http
