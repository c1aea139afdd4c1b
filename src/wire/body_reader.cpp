#include "wire/body_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.hpp"
#include "wire/curation_json.hpp"
#include "wire/json_body_content.hpp"
#include "wire/query_text.hpp"

namespace annals::wire {
namespace {

constexpr std::array<std::string_view, 8> may_be_sent_back{
    "dataset", "key", "version", "created_at", "updated_at", "claim_count", "disputed", "other_name"};

template <class Names>
bool has(Names const& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Every text within free JSON passes the gate of all texts.
std::optional<TextFault> check_json_text(Dom const& value) {
  if (value.is_string()) return check_text(value.get<std::string>(), std::size_t{64} * 1024);
  if (!value.is_structured()) return std::nullopt;
  for (auto const& [name, member] : value.items()) {
    if (auto bad = check_text(name, 500)) return bad;
    if (auto bad = check_json_text(member)) return bad;
  }
  return std::nullopt;
}

/// The member of that name, null where it is absent.
Dom const& member_of(JsonBody const& body, std::string_view name) {
  static Dom const absent;
  auto const& dom = body.content().dom;
  auto const found = dom.find(std::string(name));
  return found == dom.end() ? absent : *found;
}

}  // namespace

BodyReader::BodyReader(std::string dataset, std::string const& key, JsonBody const& body,
                       std::span<std::string_view const> fields)
    : FieldReader(std::move(dataset)), body_(body) {
  for (auto const& [name, value] : body_.content().dom.items()) {
    if (has(fields, name) || has(may_be_sent_back, name)) continue;
    fault(pointer_segment(name), Problem::unknown_member, "there is no such member");
  }
  set("key", key);
}

void BodyReader::set(std::string_view field, std::string value, std::string_view shown) {
  if (auto const given = text(field); !given.empty() && given != shown)
    fault(field, Problem::read_only_field, "is another than that of the path");
  given_.emplace_back(field, std::move(value));
}

void BodyReader::refuse() const {
  if (faults_.empty()) return;
  auto const first = faults_.front().code;
  bool const alike =
      std::all_of(faults_.begin(), faults_.end(), [&](Fault const& f) { return f.code == first; });
  throw Error(alike ? first : Problem::invalid_input, "the body has faults", faults_);
}

void BodyReader::report(std::string_view field, Problem code, std::string const& message,
                        std::optional<int> position) {
  auto const pointer = "/" + std::string(field);
  // What was given and is wrong is not missing.
  bool const told = std::any_of(faults_.begin(), faults_.end(), [&](Fault const& fault) {
    if (code == Problem::required) return fault.field == pointer || fault.field.starts_with(pointer + '/');
    return fault.field == pointer && fault.code == code;
  });
  if (!told) faults_.push_back({pointer, code, message, position, {}, ""});
}

void BodyReader::warn(std::string_view field, Problem code, std::string const& message) {
  warnings_.push_back({"/" + std::string(field), code, message, {}, {}, ""});
}

std::string BodyReader::member_field(std::string_view field, std::size_t index) const {
  return std::string(field) + '/' + std::to_string(index);
}

std::string BodyReader::text(std::string_view field, std::string_view member) {
  for (auto const& [name, value] : given_) {
    if (name == field) return value;
  }
  auto const& found = member_of(body_, field);
  if (found.is_null()) return "";
  if (found.is_string()) return found.get<std::string>();
  if (found.is_object() && !member.empty()) {
    auto const inner = found.find(std::string(member));
    if (inner != found.end() && inner->is_string()) return inner->get<std::string>();
    fault(std::string(field) + '/' + std::string(member), Problem::required, "must be there, a text");
    return "";
  }
  fault(field, Problem::invalid_value, "must be a text");
  return "";
}

std::optional<int> BodyReader::credibility(std::string_view field) {
  auto const& found = member_of(body_, field);
  if (found.is_null()) return std::nullopt;
  if (found.is_number_unsigned() && found >= 1 && found <= 6) return found.get<int>();
  fault(field, Problem::invalid_value, "must be an integer from 1 to 6");
  return std::nullopt;
}

std::optional<Point> BodyReader::point() {
  auto const& found = member_of(body_, "point");
  if (found.is_null()) return std::nullopt;
  if (found.is_array() && found.size() == 2 && found[0].is_number() && found[1].is_number()) {
    double const longitude = found[0].get<double>(), latitude = found[1].get<double>();
    if (std::abs(longitude) <= 180 && std::abs(latitude) <= 90)
      return Point{longitude == 0 ? 0 : longitude, latitude == 0 ? 0 : latitude};
  }
  fault("point", Problem::invalid_point,
        "must be [longitude, latitude], -180 to 180 degrees east and -90 to 90 degrees north");
  return std::nullopt;
}

std::vector<std::string> BodyReader::members(std::string_view field) {
  auto const& found = member_of(body_, field);
  std::vector<std::string> all;
  if (found.is_null()) return all;
  if (!found.is_array()) {
    fault(field, Problem::invalid_value, "must be a list");
    return all;
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    auto const& member = found[i];
    if (!member.is_string()) fault(member_field(field, i), Problem::invalid_value, "must be a text");
    all.push_back(member.is_string() ? member.get<std::string>() : "-");
  }
  return all;
}

std::vector<Participant> BodyReader::roles_and_actors(std::string_view field) {
  auto const& found = member_of(body_, field);
  std::vector<Participant> all;
  if (found.is_null()) return all;
  if (!found.is_array()) {
    fault(field, Problem::invalid_value, "must be a list");
    return all;
  }
  if (!is_few(field, found.size())) return all;
  for (std::size_t i = 0; i < found.size(); ++i) {
    auto const& member = found[i];
    auto const part = [&](char const* name) {
      return member.is_object() && member.contains(name) && member[name].is_string()
                 ? member[name].get<std::string>()
                 : "";
    };
    if (member.is_object()) {
      for (auto const& [name, value] : member.items()) {
        if (name != "role" && name != "actor" && name != "name")
          fault(member_field(field, i) + "/" + pointer_segment(name), Problem::unknown_member,
                "there is no such member");
      }
    }
    all.push_back({part("role"), {{}, part("actor"), ""}});
  }
  return all;
}

std::vector<std::string> BodyReader::schemes_and_values(std::string_view field) {
  auto const& found = member_of(body_, field);
  std::vector<std::string> all;
  if (found.is_null()) return all;
  if (!found.is_object()) {
    fault(field, Problem::invalid_value, "must be an object from scheme to value");
    return all;
  }
  for (auto const& [scheme, value] : found.items()) {
    auto const values = value.is_array() ? value : Dom::array({value});
    for (auto const& one : values) {
      if (!one.is_string() || scheme.find(':') != std::string::npos)
        fault(std::string(field) + '/' + pointer_segment(scheme), Problem::invalid_value,
              "must be a text, or a list of texts, under a scheme without a colon");
      else
        all.push_back(scheme + ':' + one.get<std::string>());
    }
  }
  return all;
}

std::optional<std::int64_t> BodyReader::integer_part(void const* quantity, char const* part,
                                                     std::string const& at) {
  auto const& object = *static_cast<Dom const*>(quantity);
  auto const found = object.find(part);
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (found->is_number_unsigned() && found->get<std::uint64_t>() <= static_cast<std::uint64_t>(quantity_max))
    return found->get<std::int64_t>();
  fault(at + '/' + part, Problem::invalid_value,
        "must be an integer from 0 to " + std::to_string(quantity_max));
  return std::nullopt;
}

std::vector<std::pair<std::string, Quantity>> BodyReader::named_quantities(std::string_view field) {
  auto const& found = member_of(body_, field);
  std::vector<std::pair<std::string, Quantity>> all;
  if (found.is_null()) return all;
  if (!found.is_object()) {
    fault(field, Problem::invalid_value, "must be an object from name to low, best and high");
    return all;
  }
  for (auto const& [name, value] : found.items()) {
    auto const at = std::string(field) + '/' + pointer_segment(name);
    if (!value.is_object()) {
      fault(at, Problem::invalid_value, "must be an object of low, best and high");
      continue;
    }
    for (auto const& [part, number] : value.items()) {
      if (part != "low" && part != "best" && part != "high")
        fault(at + '/' + pointer_segment(part), Problem::unknown_member, "there is no such member");
    }
    Quantity const quantity{integer_part(&value, "low", at), integer_part(&value, "best", at),
                            integer_part(&value, "high", at)};
    if (quantity == Quantity{}) fault(at, Problem::required, "needs low, best or high");
    all.emplace_back(name, quantity);
  }
  return all;
}

std::optional<std::string> BodyReader::json_object(std::string_view field) {
  auto const& found = member_of(body_, field);
  if (found.is_null() || (found.is_object() && found.empty())) return std::nullopt;
  if (found.is_object()) {
    auto text = canonical(found);
    auto const bad = check_json_text(found);
    if (bad) fault(field, bad->code, bad->message, bad->position);
    return text;
  }
  fault(field, Problem::invalid_value, "must be an object");
  return std::nullopt;
}

std::optional<std::string> BodyReader::notes(std::string_view field) {
  auto text = json_object(field);
  if (text) tell(field, note_faults(*text));
  return text;
}

std::optional<std::string> BodyReader::sections(std::string_view field) {
  auto const& found = member_of(body_, field);
  if (found.is_null() || (found.is_array() && found.empty())) return std::nullopt;
  if (!found.is_array()) {
    fault(field, Problem::invalid_value, "must be a list");
    return std::nullopt;
  }
  if (auto const bad = check_json_text(found)) fault(field, bad->code, bad->message, bad->position);
  auto text = canonical(found);
  tell(field, section_faults(text));
  return text;
}

void BodyReader::tell(std::string_view field, std::vector<Fault> const& faults) {
  for (auto const& each : faults) fault(std::string(field) + each.field, each.code, each.message);
}

std::optional<std::string> BodyReader::attributes() { return json_object("attributes"); }

std::optional<std::string> BodyReader::query(std::string_view field) {
  auto const& found = member_of(body_, field);
  if (found.is_null() || (found.is_object() && found.empty())) return std::nullopt;
  Parameters parameters;
  if (found.is_object()) {
    for (auto const& [name, value] : found.items()) {
      for (auto const& one : value.is_array() ? value : Dom::array({value})) {
        if (one.is_string())
          parameters.emplace_back(name, one.get<std::string>());
        else
          fault(std::string(field) + '/' + pointer_segment(name), Problem::invalid_value, "must be a text");
      }
    }
    return gated(field, query_text(parameters), text_bytes_max);
  }
  fault(field, Problem::invalid_value, "must be an object of the query's parameters");
  return std::nullopt;
}

}  // namespace annals::wire
