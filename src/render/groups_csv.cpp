#include "render/groups_csv.hpp"

#include <algorithm>

#include "wire/csv_writer.hpp"
#include "wire/group_text.hpp"

namespace annals::render {
namespace {

/// What the datasets say, each text once, in their order.
std::string joined(std::vector<Dataset> const& datasets, std::optional<std::string> Dataset::*member) {
  std::vector<std::string> told;
  std::string all;
  for (auto const& dataset : datasets) {
    auto const text = (dataset.*member).value_or("");
    if (text.empty() || std::find(told.begin(), told.end(), text) != told.end()) continue;
    (all += told.empty() ? "" : " | ") += text;
    told.push_back(text);
  }
  return all;
}

}  // namespace

void groups_csv(Sink const& sink, ListHead const& head, Grouping const& grouping,
                std::vector<EventGroup> const& groups) {
  std::string row;
  wire::CsvWriter csv(row);
  auto const finish_row = [&] {
    csv.end_row();
    sink(row);
    row.clear();
  };
  for (auto const& column : head.columns) csv.plain(column);
  for (auto const* column : {"licence", "citation", "filter", "as_of"}) csv.plain(column);
  finish_row();
  auto const licence = joined(head.datasets, &Dataset::licence);
  auto const citation = joined(head.datasets, &Dataset::citation);
  for (auto const& group : groups) {
    wire::write_cells(csv, grouping, group);
    csv.text(licence).text(citation).text(head.filter).plain(head.as_of);
    finish_row();
  }
}

}  // namespace annals::render
