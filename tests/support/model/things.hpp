#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// What a dataset holds, in JSON and by rules written from the contract, apart from the service's code.
namespace annals::test::model {

using Json = nlohmann::json;

inline constexpr char const* dataset = "d";
/// Another dataset, with one event, which never changes.
inline constexpr char const* other_dataset = "elsewhere";
inline constexpr char const* other_event = "x";

/// Collection and key; the dataset itself is one of "datasets".
using Name = std::pair<std::string, std::string>;

/// A version of a thing.
struct Written {
  Json members;                    ///< what a client writes: dates as EDTF, links as keys
  Json relations = Json::array();  ///< of an event: {relation, dataset, other, note}, in their order
  int version = 0;
  std::string created_at;
  std::string updated_at;
};

/// All that a dataset holds at one moment.
using Things = std::map<Name, std::shared_ptr<Written const>>;

/// One thing that another points to.
struct Link {
  std::string pointer;
  Name to;
};

/// The collections that have a list and a history of their own.
[[nodiscard]] std::vector<std::string> const& collections();
/// Every member of a collection that a client writes, as it stands when nothing is given.
[[nodiscard]] Json const& blank(std::string const& collection);
[[nodiscard]] std::vector<std::string> const& required(std::string const& collection);
/// The member by which things of a collection may lead back to themselves; empty where none does.
[[nodiscard]] std::string chain(std::string const& collection);
/// What is written of a thing, from a body or from the thing as it was read.
[[nodiscard]] Json written_part(std::string const& collection, Json const& thing);
[[nodiscard]] std::vector<Link> links(std::string const& collection, Json const& members);

}  // namespace annals::test::model
