#pragma once

#include <vector>

#include "base/error.hpp"

namespace annals::service {

/// What a write expects of the thing that it changes (contract section 3; RFC 9110 section 13.1).
struct Precondition {
  bool is_given = false;      ///< `If-Match`
  bool any = false;           ///< `If-Match: *`
  std::vector<int> versions;  ///< of its tags
  bool only_new = false;      ///< `If-None-Match: *`

  /// Of a thing that is there. Throws Error (`precondition_failed`, `precondition_required`).
  void check(int version) const;
  /// Of one that is not.
  void check_absent() const;
};

}  // namespace annals::service
