#include "http/handlers/timeline_changes.hpp"

#include "http/handlers/difference_answers.hpp"
#include "http/handlers/timeline_text.hpp"
#include "service/ask_timeline.hpp"

namespace annals::http {
namespace {

constexpr std::size_t compared_entries_max = 2000;

/// A day by whose end something was known, as `known_by` takes it.
struct KnownBy {
  std::string text;
  Day day;
};

KnownBy take_known_by(Parameters& parameters, std::string const& name) {
  auto taken = parameter::take(parameters, name, [](std::string const& text) {
    return KnownBy{text, parameter::last_day(text)};
  });
  if (!taken) parameter::refuse(name, "is missing: the day by whose end something was known");
  return std::move(*taken);
}

wire::TimelineParts known_by(Call const& call, std::string const& day) {
  auto parameters = call.parameters;
  parameters.emplace_back("known_by", day);
  auto plan = service::ask_timeline(call.transaction(), std::move(parameters));
  // The same in both: that the days differ is no difference of what was known.
  std::erase_if(plan.head.query, [](auto const& given) { return given.first == "known_by"; });
  return wire::take_apart(timeline_text(call.transaction(), plan, compared_entries_max));
}

}  // namespace

Response get_timeline_changes(Call& call) {
  accept_difference(call);
  auto const from = take_known_by(call.parameters, "known_by_from");
  auto const to = take_known_by(call.parameters, "known_by_to");
  if (from.day > to.day) parameter::refuse("known_by_from", "is after known_by_to");
  for (auto const& [name, value] : call.parameters) {
    if (name == "known_by" || name == "lanes") parameter::refuse(name, "does not go with a comparison");
  }
  auto const before = known_by(call, from.text);
  return answer_difference(call, wire::compare(before, known_by(call, to.text)));
}

}  // namespace annals::http
