#include "wire/json_body.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "wire/json_body_content.hpp"

namespace annals::wire {
namespace {

constexpr std::array<std::string_view, 7> set_by_service{
    "dataset", "version", "created_at", "updated_at", "claim_count", "disputed", "other_name"};

bool is_set_by_service(std::string_view member) {
  return std::find(set_by_service.begin(), set_by_service.end(), member) != set_by_service.end();
}

/// A thing that a key points to, by its key alone.
Dom without_names(Dom value) {
  if (value.is_object() && value.contains("key")) return Dom{{"key", value["key"]}};
  if (value.is_array()) {
    for (auto& member : value) {
      if (member.is_object()) member.erase("name");
    }
  }
  return value;
}

class ReadOnlyCheck {
 public:
  void top(Dom const& given, Dom const& before) {
    for (auto const& [name, value] : given.items()) {
      if (is_set_by_service(name)) same(value, before, name, "/" + name);
    }
  }
  void linked(Dom const& given, Dom const& after) {
    if (given.contains("place") && given["place"].is_object() && after["place"].is_object()) {
      for (auto const* name : {"name", "point", "precision", "country"}) {
        if (given["place"].contains(name))
          same(given["place"][name], after["place"], name, std::string("/place/") + name);
      }
    }
    if (!given.contains("participants") || !given["participants"].is_array()) return;
    for (std::size_t i = 0; i < given["participants"].size() && i < after["participants"].size(); ++i) {
      auto const& one = given["participants"][i];
      if (one.is_object() && one.contains("name"))
        same(one["name"], after["participants"][i], "name", "/participants/" + std::to_string(i) + "/name");
    }
  }
  void refuse() {
    if (faults_.empty()) return;
    throw Error(Problem::read_only_field, "only the service sets this", std::move(faults_));
  }

 private:
  void same(Dom const& value, Dom const& of, std::string const& name, std::string const& pointer) {
    if (of.contains(name) && of[name] == value) return;
    faults_.push_back({pointer, Problem::read_only_field, "is set by the service; leave it out", {}, {}, ""});
  }
  std::vector<Fault> faults_;
};

}  // namespace

JsonBody JsonBody::parse(std::string_view text) {
  auto content = std::make_shared<Content>(Content{parse_dom(text)});
  if (!content->dom.is_object()) {
    throw Error(Problem::required, "the body must be a JSON object",
                {{"", Problem::required, "must be a JSON object", {}, {}, ""}});
  }
  return JsonBody(std::move(content));
}

JsonBody JsonBody::applied_to(JsonBody const& base) const {
  auto merged = std::make_shared<Content>(base.content());
  merged->dom.merge_patch(content_->dom);
  return JsonBody(std::move(merged));
}

std::optional<std::string> JsonBody::text_of(std::string_view member) const {
  auto const found = content_->dom.find(std::string(member));
  if (found == content_->dom.end() || !found->is_string()) return std::nullopt;
  auto text = found->get<std::string>();
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

void JsonBody::refuse_read_only(JsonBody const& before, JsonBody const& after) const {
  ReadOnlyCheck check;
  check.top(content_->dom, before.content().dom);
  check.linked(content_->dom, after.content().dom);
  check.refuse();
}

std::vector<Difference> differences(std::string_view before, std::string_view after) {
  auto const a = Dom::parse(before), b = Dom::parse(after);
  std::vector<Difference> all;
  auto const compare = [&](std::string const& name) {
    if (is_set_by_service(name)) return;
    auto const from = a.contains(name) ? without_names(a[name]) : Dom(nullptr);
    auto const to = b.contains(name) ? without_names(b[name]) : Dom(nullptr);
    if (from != to) all.push_back({name, from.dump(), to.dump()});
  };
  for (auto const& [name, value] : b.items()) compare(name);
  for (auto const& [name, value] : a.items()) {
    if (!b.contains(name)) compare(name);
  }
  return all;
}

}  // namespace annals::wire
