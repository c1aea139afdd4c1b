#include "http/handlers/thing_answers.hpp"

#include "service/ask_events.hpp"

namespace annals::http {

ThingFilter take_filter(Call& call, Collection collection) {
  auto filter = take_thing_filter(collection, call.parameters);
  accept_no_more(call);
  filter.datasets = datasets_of(call, std::move(filter.datasets));
  if (!filter.datasets.empty())
    static_cast<void>(service::asked_datasets(call.transaction(), filter.datasets));
  return filter;
}

}  // namespace annals::http
