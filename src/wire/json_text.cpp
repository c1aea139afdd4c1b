#include "wire/json_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "base/error.hpp"
#include "base/text.hpp"

namespace annals::wire {
namespace {

using Json = nlohmann::json;

constexpr int depth_max = 32;

[[noreturn]] void fail(Problem problem, std::string const& message, std::optional<int> position = {}) {
  throw Error(problem, message, {Fault{"", problem, message, position, std::nullopt, ""}});
}

/// Refuses depth and repeated members while the parser runs, before anything is built.
class Gate {
 public:
  bool operator()(int depth, Json::parse_event_t event, Json const& parsed) {
    if (event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start) {
      if (depth >= depth_max) fail(Problem::bad_json, "is nested more than 32 deep");
      members_.emplace_back();
    } else if (event == Json::parse_event_t::object_end || event == Json::parse_event_t::array_end) {
      members_.pop_back();
    } else if (event == Json::parse_event_t::key &&
               !members_.back().insert(parsed.get<std::string>()).second) {
      fail(Problem::duplicate_member,
           "has the member " + quote_for_message(parsed.get<std::string>()) + " twice");
    }
    return true;
  }

 private:
  std::vector<std::set<std::string>> members_;
};

Json parse(std::string_view text) {
  try {
    Gate gate;
    return Json::parse(text, [&](int depth, Json::parse_event_t event, Json const& parsed) {
      return gate(depth, event, parsed);
    });
  } catch (Json::parse_error const& error) {
    fail(Problem::bad_json, "is no valid JSON", static_cast<int>(error.byte > 0 ? error.byte - 1 : 0));
  } catch (Json::out_of_range const&) {
    fail(Problem::invalid_value, "has a number that is too large");
  }
}

}  // namespace

std::string canonical_object(std::string_view text, std::map<std::string, std::string> const& more) {
  auto object = text.empty() ? Json::object() : parse(text);
  if (!object.is_object()) fail(Problem::invalid_value, "must be a JSON object");
  for (auto const& [name, value] : more) object.emplace(name, value);
  return object.dump();
}

std::string canonical_array(std::string_view text) {
  auto const array = parse(text);
  if (!array.is_array()) fail(Problem::invalid_value, "must be a JSON array");
  return array.dump();
}

std::map<std::string, std::optional<std::string>> text_members(std::string_view text,
                                                               std::vector<std::string_view> const& known) {
  auto const object = parse(text);
  if (!object.is_object()) fail(Problem::required, "must be a JSON object");
  std::map<std::string, std::optional<std::string>> members;
  std::vector<Fault> faults;
  for (auto const& [name, value] : object.items()) {
    auto const pointer = "/" + quote_for_message(name);
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      faults.push_back({pointer, Problem::unknown_member, "there is no such member", {}, {}, ""});
    } else if (!value.is_string() && !value.is_null()) {
      faults.push_back({pointer, Problem::invalid_value, "must be a text", {}, {}, ""});
    } else {
      members.emplace(name, value.is_null() ? std::nullopt : std::optional(value.get<std::string>()));
    }
  }
  if (!faults.empty()) throw Error(Problem::invalid_input, "an object has wrong members", std::move(faults));
  return members;
}

std::vector<std::string> package_paths(std::string_view text) {
  auto const package = parse(text);
  if (!package.is_object()) fail(Problem::bad_package, "must be a JSON object");
  auto const resources = package.find("resources");
  std::vector<std::string> paths;
  if (resources == package.end()) return paths;
  if (!resources->is_array()) fail(Problem::bad_package, "has resources that are no list");
  for (auto const& resource : *resources) {
    if (!resource.is_object() || !resource.contains("path")) continue;
    if (!resource["path"].is_string()) fail(Problem::bad_package, "has a path that is no text");
    paths.push_back(resource["path"].get<std::string>());
  }
  return paths;
}

}  // namespace annals::wire
