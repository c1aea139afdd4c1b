#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/accept.hpp"
#include "http/call.hpp"

namespace annals::http {

/// One operation of the service.
struct Route {
  std::string_view method;
  std::string_view pattern;  ///< "/v1/datasets/{dataset}/events"
  Response (*handler)(Call& call);
  bool takes_suffix;         ///< a collection: `.csv` behind its last word names a format
  bool takes_as_of = false;  ///< answers as the database stood at an instant
  bool streams = false;      ///< takes a body of any size, as it comes
};

/// All operations; api/openapi.yaml describes the same.
[[nodiscard]] std::vector<Route> const& routes();

/// Whether a request's body is taken as it comes.
[[nodiscard]] bool streams(std::string const& method, std::string const& target);

/// A route that a path fits.
struct Match {
  Route const* route;
  std::map<std::string, std::string> names;
  std::string suffix;
};
/// All that fit the path, whatever their method.
[[nodiscard]] std::vector<Match> matches(std::vector<std::string> const& segments);

}  // namespace annals::http
