#include "http/handlers/stats.hpp"

#include "http/handlers/answers.hpp"
#include "http/list_formats.hpp"
#include "render/groups_csv.hpp"
#include "service/ask_events.hpp"
#include "service/count_events.hpp"
#include "wire/group_text.hpp"

namespace annals::http {
namespace {

/// The envelope of a list that has one page.
Response answer_items(std::function<void(wire::JsonWriter&)> const& write_items) {
  Response response;
  wire::JsonWriter json(response.body);
  json.begin_object().key("items").begin_array();
  write_items(json);
  json.end_array().key("next").null().end_object();
  return response;
}

EventFilter take_group_filter(Call& call) {
  for (auto const& [name, value] : call.parameters) {
    if (name == "sort") parameter::refuse(name, "groups have an order of their own");
  }
  auto filter = take_event_filter(call.parameters);
  accept_no_more(call);
  return filter;
}

}  // namespace

Response get_stats(Call& call) {
  static std::vector<Format> const formats{{"json", "application/json"},
                                           {"csv", "text/csv; charset=utf-8; header=present"}};
  auto const& format = choose_format(formats, call.suffix, call.request.accept);
  refuse_as_of(call, "counting");
  auto const parameters = filter_of(call);
  auto const grouping = take_grouping(call.parameters);
  auto query = service::ask_events(call.transaction(), take_group_filter(call));
  auto datasets = service::asked_datasets(call.transaction(), query.filter.datasets);
  auto const groups = service::count_events(call.transaction(), std::move(query), grouping);
  if (format.suffix == "csv") {
    return answer_document(
        call, format, document_head(call, std::move(datasets), parameters, wire::group_columns(grouping)),
        [grouping, groups](render::Sink const& sink, render::ListHead const& head) {
          render::groups_csv(sink, head, grouping, groups);
        });
  }
  return answer_items([&](wire::JsonWriter& json) {
    for (auto const& group : groups) wire::write(json, grouping, group);
  });
}

Response list_types(Call& call) {
  accept_json(call);
  auto const datasets = take_datasets(call);
  accept_no_more(call);
  if (!datasets.empty()) static_cast<void>(service::asked_datasets(call.transaction(), datasets));
  auto const types = service::count_types(call.transaction(), datasets);
  return answer_items([&](wire::JsonWriter& json) {
    for (auto const& type : types) {
      json.begin_object().member("type", type.type).member("parent", type.parent);
      json.member("count", type.count).member("total", type.total).end_object();
    }
  });
}

}  // namespace annals::http
