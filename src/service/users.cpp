#include "service/users.hpp"

namespace annals::service {
namespace {

constexpr std::size_t users_told = 100;

/// Whether any of `more` is new.
bool merge(db::ThingSet& things, db::ThingSet const& more) {
  bool grown = false;
  for (auto const& [kind, ids] : more) {
    for (auto const id : ids) grown |= things[kind].insert(id).second;
  }
  return grown;
}

}  // namespace

void refuse_in_use(std::vector<db::User> const& users) {
  std::vector<Fault> faults;
  for (auto const& user : users) {
    if (faults.size() == users_told) break;
    faults.push_back({user.path, Problem::in_use, "uses it", {}, {}, ""});
  }
  throw Error(Problem::in_use,
              std::to_string(users.size()) + " others use it; cascade=true deletes them with it",
              std::move(faults));
}

db::ThingSet with_users(db::Change& change, db::ThingSet things, bool cascade) {
  for (;;) {
    db::ThingSet parts, others;
    auto const users = change.users(things, parts, others);
    if (!users.empty() && !cascade) refuse_in_use(users);
    bool grown = merge(things, parts);
    if (cascade) grown |= merge(things, others);
    if (!grown) return things;
  }
}

}  // namespace annals::service
