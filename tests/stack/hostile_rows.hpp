#pragma once

#include <set>
#include <string>
#include <vector>

namespace annals::test {

/// Where something that was stored is read, the text that it stands there as, and what must not stand there.
struct Shown {
  std::string target;
  std::string text;
  std::string never = "";
};

// What no client should send, and the answer each gets. Nothing of it is stored but what is to be shown, the
// process lives on and answers others at once, and its memory stays where it was. Where nginx refuses by
// itself its status stands.
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
  std::vector<Shown> shown = {};  // what is text and no more is stored, and read back as such
  std::string undo = "";          // the request that takes back what was stored
};
[[nodiscard]] HostileRow stored(std::string name, std::string bytes, std::vector<Shown> shown,
                                std::string undo);

/// `key` is a valid one.
[[nodiscard]] std::vector<HostileRow> hostile_framing(std::string const& key);
/// As filters: every one is refused, at its place in the expression where one can be named.
[[nodiscard]] std::vector<HostileRow> hostile_dates();
[[nodiscard]] std::vector<HostileRow> hostile_queries();

// Written with an editor's key into the dataset `hostile`, which has what hostile_ground() puts there.

/// Requests that succeed: things for the rows to refer to.
[[nodiscard]] std::vector<std::string> hostile_ground(std::string const& key);
[[nodiscard]] std::vector<HostileRow> hostile_json(std::string const& key);
[[nodiscard]] std::vector<HostileRow> hostile_texts(std::string const& key);
[[nodiscard]] std::vector<HostileRow> hostile_outputs(std::string const& key);
[[nodiscard]] std::vector<HostileRow> hostile_values(std::string const& key);
/// `other_key` is another caller's.
[[nodiscard]] std::vector<HostileRow> hostile_writes(std::string const& key, std::string const& other_key);

}  // namespace annals::test
