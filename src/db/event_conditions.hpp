#pragma once

#include <list>
#include <string>
#include <vector>

#include "db/event_query.hpp"
#include "db/fields.hpp"
#include "db/params.hpp"
#include "db/statement.hpp"

namespace annals::db {

/// The filters of events as conditions on `@event e` of a dataset `d`, and their parameters. What a client
/// sent stands in the parameters alone.
class EventConditions {
 public:
  explicit EventConditions(EventQuery const& query);

  /// " and (…) and (…)"
  [[nodiscard]] std::string all() const { return types_ + others_; }
  /// Without the one by type: for events that are looked up type by type, as the planner gives up the order
  /// of an index where it may take one of several types from it.
  [[nodiscard]] std::string const& all_but_types() const { return others_; }
  /// What stands behind `with`, a comma at its end: the events with the words of `q`; empty where none are
  /// asked for.
  [[nodiscard]] std::string const& words() const { return words_; }
  [[nodiscard]] Params& params() { return params_; }

  template <class Value>
  void set(std::string const& name, Value const& value) {
    params_.push_back({parameter_names_.emplace_back(name), value});
  }
  template <class Ids>
  void set_ids(std::string const& name, Ids const& ids) {
    auto const lists = id_params({ids.begin(), ids.end()});  // $dataset_ids, $ids
    set(name + "_dataset_ids", *lists[0].value);
    set(name + "_ids", *lists[1].value);
  }

 private:
  void require(std::string_view condition);
  void require(Statement const& condition) { require(condition.text); }
  void require_places(std::string const& name, std::set<ThingId> const& places);
  void set_claim_ids(std::string const& name, std::optional<std::set<ThingId>> const& ids);
  void about_datasets_and_types();
  void about_date_and_status();
  void about_actors();
  void about_place();
  void about_words();
  void about_quantities();
  void about_claims();

  EventFilter const& filter_;
  FilterNames const& names_;
  std::string types_;
  std::string others_;
  std::string words_;
  std::list<std::string> parameter_names_;  // they live as long as the parameters
  Params params_;
};

}  // namespace annals::db
