#include "http/handlers/answers.hpp"

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

void refuse_words_with_as_of(Call const& call, std::optional<std::string> const& words) {
  if (call.view.as_of && words) throw Error(Problem::not_with_as_of, "q does not go with as_of");
}

std::vector<std::string> datasets_of(Call const& call, std::vector<std::string> of_parameter) {
  auto const of_path = call.names.find("dataset");
  if (of_path == call.names.end()) return of_parameter;
  if (!of_parameter.empty()) {
    parameter::Faults faults;
    faults.add("dataset", "is in the path already");
    faults.refuse();
  }
  if (!is_key(of_path->second)) not_found();
  return {of_path->second};
}

void not_found() { throw Error(Problem::not_found, "there is no such thing here"); }

}  // namespace annals::http
