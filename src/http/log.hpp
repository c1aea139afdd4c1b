#pragma once

#include <string>
#include <string_view>

#include "http/message.hpp"

namespace annals::http {

// One line of JSON on standard error for each happening. What a client sent stands in it escaped.

void log_request(Request const& request, int status, double milliseconds);
/// What a client is told of only by the request's id.
void log_failure(std::string const& request_id, std::string_view cause, std::string_view sqlstate);
void log_event(std::string_view what, std::string_view detail = "");

}  // namespace annals::http
