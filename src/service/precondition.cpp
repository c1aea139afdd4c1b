#include "service/precondition.hpp"

#include <algorithm>
#include <string>

namespace annals::service {

void Precondition::check(int version) const {
  if (only_new) throw Error(Problem::precondition_failed, "it is there already, and If-None-Match says *");
  if (!is_given)
    throw Error(Problem::precondition_required,
                "it is there already: send If-Match with the ETag that you read, \"" +
                    std::to_string(version) + "\" at present");
  if (any || std::find(versions.begin(), versions.end(), version) != versions.end()) return;
  throw Error(Problem::precondition_failed, "it is at version " + std::to_string(version) + " by now");
}

void Precondition::check_absent() const {
  if (is_given) throw Error(Problem::precondition_failed, "it is not there, and If-Match expects it");
}

}  // namespace annals::service
