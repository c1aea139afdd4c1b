#pragma once

#include <optional>
#include <set>

#include "support/model/things.hpp"

namespace annals::test::model {

/// What a client asks to be written.
struct Write {
  enum class Form { post, put, patch, remove, relate, unrelate };
  Form form = Form::put;
  Name name;          ///< of relate and unrelate: the event
  std::string actor;  ///< in the path of an actor's relation
  Json body = Json::object();
  bool cascade = false;
  std::string if_match;
  bool only_new = false;
  std::string relation;
  std::string relation_dataset = dataset;
  std::string relation_other;
};

/// The answer that it must get.
struct Outcome {
  int status = 0;
  std::string problem;              ///< empty where it is done
  std::vector<std::string> faults;  ///< "/title required", sorted
};

/// One step of a thing's history.
struct Version {
  int number;
  bool deleted;
  std::size_t moment;
  std::string by;
  std::string reason;
  std::vector<std::string> changed;  ///< sorted
};

/// Everything as it stood from an instant on.
struct Moment {
  std::string at;
  std::set<Name> changed;
  Things things;
};

/// A dataset as the contract says that writes change it.
class DatasetModel {
 public:
  /// Does what is asked, or nothing. What it changes waits for its instant.
  Outcome apply(Write const& write);
  /// What the last write changes; nothing where it changes nothing.
  [[nodiscard]] std::set<Name> pending() const;
  /// When, by whom and why it was changed.
  void happened(std::string const& at, std::string const& by, std::string const& reason);

  [[nodiscard]] Things const& now() const { return things_; }
  [[nodiscard]] std::vector<Moment> const& moments() const { return moments_; }
  [[nodiscard]] std::map<Name, std::vector<Version>> const& history() const { return history_; }
  [[nodiscard]] bool holds(Name const& name) const { return things_.contains(name); }

 private:
  using Pending = std::map<Name, std::optional<Written>>;  // nothing: deleted

  Outcome write_thing(Write const& write);
  Outcome delete_thing(Write const& write);
  Outcome write_relation(Write const& write);
  void end(std::set<Name> const& names);
  [[nodiscard]] Things after() const;
  [[nodiscard]] int next_version(Name const& name) const;
  [[nodiscard]] std::set<Name> users(std::set<Name> const& of) const;
  [[nodiscard]] std::vector<std::string> user_paths(Name const& of) const;

  Things things_;
  Pending pending_;
  std::vector<Moment> moments_;
  std::map<Name, std::vector<Version>> history_;
};

}  // namespace annals::test::model
