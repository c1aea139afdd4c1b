#include "service/ask_timeline.hpp"

#include "base/text.hpp"
#include "db/dataset_store.hpp"
#include "db/event_query.hpp"

namespace annals::service {
namespace {

[[noreturn]] void refuse(std::string const& name, std::string const& message) {
  throw Error(Problem::invalid_parameter, "a parameter of the request is wrong",
              {{quote_for_message(name), Problem::invalid_parameter, message, {}, {}, ""}});
}

std::string title_of(std::vector<Dataset> const& datasets) {
  return datasets.size() == 1 ? datasets.front().title : "Timeline";
}

}  // namespace

TimelineRequest ask_timeline(db::Transaction& transaction, Parameters parameters) {
  TimelineRequest request;
  request.head.query = parameters;
  auto const filter = take_event_filter(parameters);
  if (!parameters.empty()) refuse(parameters.front().first, "there is no such parameter");
  request.head.datasets = db::read_datasets(transaction, filter.datasets);
  if (request.head.datasets.size() < filter.datasets.size()) {
    throw Error(Problem::not_found, "there is no such dataset");
  }
  request.head.title = title_of(request.head.datasets);
  request.head.as_of = db::instant_of(transaction);
  if (filter.known_by) {
    // Filters on values must see the values known then, which SQL does not hold: refused, never answered
    // wrongly.
    bool const about_values = filter.window || !filter.statuses.empty() || filter.place ||
                              !filter.countries.empty() || filter.box || filter.circle || filter.words ||
                              !filter.at_least.empty() || !filter.at_most.empty() || filter.source ||
                              filter.publisher || filter.claimant || !filter.stances.empty();
    if (about_values)
      refuse("known_by", "goes at present only with dataset, type, tag, actor, role and disputed");
    request.head.known_by = filter.known_by->edtf();
    request.known_by = filter.known_by->bounds().end.latest->day;
  }
  request.disputed_only = filter.disputed;
  request.events = db::matching_events(transaction, filter);
  return request;
}

}  // namespace annals::service
