#include "support/json_schema.hpp"

#include <algorithm>
#include <set>

namespace annals::test {
namespace {

using Json = nlohmann::json;

bool is_of_type(Json const& value, std::string const& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  return type == "null" && value.is_null();
}

class Checker {
 public:
  explicit Checker(Json const& document) : document_(document) {}

  void check(Json const& schema, Json const& value, std::string const& at) {
    static std::set<std::string> const known{
        "$ref",     "type",        "enum",      "anyOf",    "properties",  "additionalProperties",
        "required", "items",       "maxLength", "pattern",  "format",      "minimum",
        "maximum",  "description", "minItems",  "maxItems", "prefixItems", "minLength",
        "default",  "readOnly"};
    for (auto const& [keyword, ignored] : schema.items()) {
      if (!known.contains(keyword)) faults.push_back(at + " has the keyword " + keyword);
    }
    if (schema.contains("$ref")) {
      check(document_.at(Json::json_pointer(schema["$ref"].get<std::string>().substr(1))), value, at);
    }
    if (schema.contains("anyOf")) check_any(schema["anyOf"], value, at);
    if (schema.contains("type")) check_type(schema["type"], value, at);
    if (schema.contains("enum")) {
      auto const& all = schema["enum"];
      if (std::find(all.begin(), all.end(), value) == all.end())
        faults.push_back(at + " is none of its words");
    }
    if (value.is_object()) check_members(schema, value, at);
    if (value.is_array() && schema.contains("items")) {
      for (std::size_t i = 0; i < value.size(); ++i)
        check(schema["items"], value[i], at + "/" + std::to_string(i));
    }
  }

  std::vector<std::string> faults;

 private:
  void check_any(Json const& schemas, Json const& value, std::string const& at) {
    for (auto const& each : schemas) {
      Checker one(document_);
      one.check(each, value, at);
      if (one.faults.empty()) return;
    }
    faults.push_back(at + " fits none of its forms");
  }

  void check_type(Json const& type, Json const& value, std::string const& at) {
    auto const types = type.is_array() ? type : Json::array({type});
    bool const fits = std::any_of(types.begin(), types.end(), [&](Json const& each) {
      return is_of_type(value, each.get<std::string>());
    });
    if (!fits) faults.push_back(at + " is of another type than " + type.dump());
  }

  void check_members(Json const& schema, Json const& value, std::string const& at) {
    auto const properties = schema.value("properties", Json::object());
    for (auto const& name : schema.value("required", Json::array())) {
      if (!value.contains(name.get<std::string>()))
        faults.push_back(at + " lacks " + name.get<std::string>());
    }
    auto const more = schema.value("additionalProperties", Json(true));
    for (auto const& [name, member] : value.items()) {
      if (properties.contains(name)) {
        check(properties[name], member, at + "/" + name);
      } else if (more.is_object()) {
        check(more, member, at + "/" + name);
      } else if (more == false) {
        faults.push_back(at + " has the member " + name);
      }
    }
  }

  Json const& document_;
};

}  // namespace

std::vector<std::string> schema_faults(Json const& document, Json const& schema, Json const& value) {
  Checker checker(document);
  checker.check(schema, value, "");
  return checker.faults;
}

}  // namespace annals::test
