#include "http/handlers/answers.hpp"

#include <algorithm>

namespace annals::http {

void accept_json(Call const& call) {
  static std::vector<Format> const formats{{"json", "application/json"}};
  static_cast<void>(choose_format(formats, call.suffix, call.request.accept));
}

void accept_no_more(Call const& call) { parameter::refuse_unknown(call.parameters); }

Parameters filter_of(Call const& call) {
  auto parameters = call.parameters;
  if (call.as_of) parameters.emplace_back("as_of", *call.as_of);
  return parameters;
}

void refuse_as_of(Call const& call, std::string const& what) {
  bool const is_left = std::any_of(call.parameters.begin(), call.parameters.end(),
                                   [](auto const& given) { return given.first == "as_of"; });
  if (call.as_of || is_left) throw Error(Problem::not_with_as_of, what + " does not go with as_of");
}

std::vector<std::string> datasets_of(Call const& call, std::vector<std::string> of_parameter) {
  auto const of_path = call.names.find("dataset");
  if (of_path == call.names.end()) return of_parameter;
  if (!of_parameter.empty()) parameter::refuse("dataset", "is in the path already");
  if (!is_key(of_path->second)) not_found();
  return {of_path->second};
}

std::vector<std::string> take_datasets(Call& call) {
  return parameter::take(call.parameters, "dataset", parameter::dataset_keys)
      .value_or(std::vector<std::string>());
}

}  // namespace annals::http
