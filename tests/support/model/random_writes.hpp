#pragma once

#include <optional>
#include <random>

#include "support/model/writes.hpp"

namespace annals::test::model {

/// A write, perhaps of an old version that is to be read first.
struct Step {
  Write write;
  std::optional<Version> restored;
  bool as_read = false;  ///< sent back with what only the service sets
};

/// Draws writes of few keys and few values, so that they meet: of every kind, most of them valid.
class RandomWrites {
 public:
  RandomWrites(DatasetModel const& model, unsigned seed) : model_(model), random_(seed) {}

  [[nodiscard]] Step next();
  /// From 0 to `below`, exclusive.
  [[nodiscard]] std::size_t number(std::size_t below);

 private:
  [[nodiscard]] bool chance(int percent) { return number(100) < static_cast<std::size_t>(percent); }
  [[nodiscard]] Json one_of(Json const& values) { return values[number(values.size())]; }
  [[nodiscard]] bool has(std::string const& collection) const;
  [[nodiscard]] std::string any_collection();
  [[nodiscard]] std::string held_collection();
  [[nodiscard]] std::string fit_collection();
  [[nodiscard]] std::string any_key(std::string const& collection);
  [[nodiscard]] std::string held_key(std::string const& collection);

  [[nodiscard]] Write put_or_post();
  [[nodiscard]] Write patch();
  [[nodiscard]] Write remove();
  [[nodiscard]] Write relation();
  [[nodiscard]] Step restoration();
  void set_precondition(Write& write);

  [[nodiscard]] Json draft(std::string const& collection);
  void add_links(std::string const& collection, Json& draft);
  [[nodiscard]] Json quantities();

  DatasetModel const& model_;
  std::mt19937 random_;
};

}  // namespace annals::test::model
