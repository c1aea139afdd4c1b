#pragma once

#include <set>
#include <string>
#include <vector>

namespace annals::test {

// What no client should send, and the answer each gets. Nothing of it is stored, the process lives on and
// answers others at once, and its memory stays where it was. Where nginx refuses by itself its status stands.
/// Bytes, and the answer that they get.
struct HostileRow {
  std::string name;
  std::string bytes;
  std::set<int> statuses;
  std::string type = "";   // the problem's name; empty: whichever
  std::string field = "";  // of the first fault
  int position = -1;       // of the first fault
  std::string repeat = "";
  std::size_t repeat_bytes = 0;
};

/// `key` is a valid one.
[[nodiscard]] std::vector<HostileRow> hostile_framing(std::string const& key);
/// As filters: every one is refused, at its place in the expression where one can be named.
[[nodiscard]] std::vector<HostileRow> hostile_dates();
[[nodiscard]] std::vector<HostileRow> hostile_queries();

}  // namespace annals::test
