#include "cli/print_timeline.hpp"

#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "base/error.hpp"
#include "cli/database.hpp"
#include "http/tell_timeline.hpp"
#include "service/ask_timeline.hpp"

namespace annals::cli {
namespace {

Parameters parameters_of(std::vector<std::string> const& words) {
  Parameters parameters;
  for (auto const& word : words) {
    auto const equals = word.find('=');
    if (equals == std::string::npos)
      throw Error(Problem::invalid_parameter, word + " is not of the form name=value");
    parameters.emplace_back(word.substr(0, equals), word.substr(equals + 1));
  }
  return parameters;
}

http::TimelineFormat const& format_called(std::string const& suffix) {
  auto const& all = http::timeline_formats();
  return *std::find_if(all.begin(), all.end(),
                       [&](auto const& each) { return each.format.suffix == suffix; });
}

}  // namespace

std::vector<std::string> timeline_suffixes() {
  std::vector<std::string> suffixes;
  for (auto const& each : http::timeline_formats()) suffixes.emplace_back(each.format.suffix);
  return suffixes;
}

void print_timeline(Options const& options) {
  auto const& format = format_called(options.format);
  if (format.file != nullptr && isatty(STDOUT_FILENO) == 1)
    throw Error(Problem::invalid_parameter,
                options.format + " is not for a terminal: send it to a file with >");
  Database database(options);
  auto const reading = std::make_shared<db::Reading>(database.pool(), db::View{});
  auto const plan = std::make_shared<service::TimelinePlan const>(
      service::ask_timeline(reading->transaction(), parameters_of(options.query)));
  http::tell_timeline(plan, reading, format)([](std::string_view piece) { std::cout << piece; });
}

}  // namespace annals::cli
