#include "wire/json_text.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"
#include "wire/json_dom.hpp"

namespace annals::wire {
namespace {

[[noreturn]] void fail(Problem problem, std::string const& message) {
  throw Error(problem, message, {Fault{"", problem, message, {}, {}, ""}});
}

/// Nearly all texts stand in JSON as they are, and lists have dozens in every row.
void append_text(std::string& out, std::string_view text) {
  bool const is_plain = std::none_of(text.begin(), text.end(), [](char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
  });
  if (is_plain) {
    ((out += '"') += text) += '"';
  } else {
    out += canonical(Dom(text));
  }
}

}  // namespace

std::string canonical_object(std::string_view text, std::map<std::string, std::string> const& more) {
  auto object = text.empty() ? Dom::object() : parse_dom(text);
  if (!object.is_object()) fail(Problem::invalid_value, "must be a JSON object");
  for (auto const& [name, value] : more) {
    if (!object.contains(name)) object[name] = value;
  }
  return canonical(object);
}

std::string canonical_texts(std::vector<std::pair<std::string_view, std::string_view>> const& members) {
  std::string text = "{";
  for (auto const& [name, value] : members) {
    if (text.size() > 1) text += ',';
    append_text(text, name);
    text += ':';
    append_text(text, value);
  }
  return text += '}';
}

std::string canonical_array(std::string_view text) {
  auto const array = parse_dom(text);
  if (!array.is_array()) fail(Problem::invalid_value, "must be a JSON array");
  return canonical(array);
}

std::map<std::string, std::optional<std::string>> text_members(std::string_view text,
                                                               std::vector<std::string_view> const& known) {
  auto const object = parse_dom(text);
  if (!object.is_object()) fail(Problem::required, "must be a JSON object");
  std::map<std::string, std::optional<std::string>> members;
  std::vector<Fault> faults;
  for (auto const& [name, value] : object.items()) {
    auto const pointer = "/" + pointer_segment(name);
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
  auto const package = parse_dom(text);
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
