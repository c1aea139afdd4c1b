#pragma once

#include <string>
#include <vector>

#include "http/accept.hpp"
#include "http/call.hpp"
#include "wire/thing_json.hpp"

namespace annals::http {

/// Lists are answered as JSON; anything else is refused here.
void accept_json(Call const& call);
/// Refuses what is left of the parameters.
void accept_no_more(Call const& call);

/// The filter of a list as it was given, with `as_of`.
[[nodiscard]] Parameters filter_of(Call const& call);

/// Contract section 4: `what` (q, a search, counts) does not look back.
void refuse_as_of(Call const& call, std::string const& what);

/// The datasets that a list is asked of: the one in the path, else those of the parameter.
[[nodiscard]] std::vector<std::string> datasets_of(Call const& call, std::vector<std::string> of_parameter);

/// The datasets of the parameter, none where it is not there.
[[nodiscard]] std::vector<std::string> take_datasets(Call& call);

/// One thing as JSON, with its version as ETag.
template <class Thing>
[[nodiscard]] Response answer_one(Thing const& thing, int version) {
  Response response;
  wire::JsonWriter json(response.body);
  wire::write(json, thing);
  response.headers.emplace_back("ETag", '"' + std::to_string(version) + '"');
  return response;
}

/// Things as the members of a JSON array, without its brackets.
template <class Thing>
[[nodiscard]] std::string array_members(std::vector<Thing> const& things) {
  std::string out;
  wire::JsonWriter json(out);
  for (auto const& thing : things) wire::write(json, thing);
  return out;
}

}  // namespace annals::http
