#include "fault_kinds.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace annals::test {
namespace {

using Change = std::function<void(Cells&)>;

std::size_t at(char const* column) {
  auto const& all = list_columns();
  return static_cast<std::size_t>(std::find(all.begin(), all.end(), column) - all.begin());
}

Change set(char const* column, std::string text) {
  return [at = at(column), text = std::move(text)](Cells& cells) { cells.at(at) = text; };
}

Change both(Change const& one, Change const& other) {
  return [=](Cells& cells) {
    one(cells);
    other(cells);
  };
}

Change lasts(char const* first, char const* last) {
  return both(set("date", ""), both(set("date_start", first), set("date_end", last)));
}

Change lies(char const* column, char const* text) {
  return both(set("place", ""), both(set("place_name", "Here"), set(column, text)));
}

std::string times(int count, std::string const& text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

void add_of_the_file(std::vector<FaultKind>& kinds) {
  auto const erase = [](std::ptrdiff_t cell) {
    return [=](Cells& cells) { cells.erase(cells.begin() + cell); };
  };
  kinds.push_back({"", "wrong-column-count", erase(static_cast<std::ptrdiff_t>(list_columns().size()) - 1)});
  kinds.push_back({"", "wrong-column-count", erase(6)});
  kinds.push_back({"", "wrong-column-count", [](Cells& cells) { cells.emplace_back("more"); }});
  kinds.push_back({"", "wrong-column-count", [](Cells& cells) { cells.insert(cells.begin() + 1, "cut"); }});
  kinds.push_back({"", "invalid-value", set("title", "\"5th\" brigade"), at("title")});
  kinds.push_back({"", "invalid-value", set("unit", "\"the \"\"5th\"\"\" brigade"), at("unit")});
  kinds.push_back(
      {"", "invalid-value", set("description", "\"two\nlines\" and \"more\""), at("description")});
  for (auto const* bytes : {"caf\xE9", "cut \xE2\x82", "overlong \xC0\xAF", "a surrogate \xED\xA0\x80"}) {
    for (auto const* column : {"title", "unit"}) kinds.push_back({"", "bad-encoding", set(column, bytes)});
  }
}

void add_of_texts(std::vector<FaultKind>& kinds) {
  auto const add = [&](char const* column, char const* code, std::string const& text) {
    kinds.push_back({column, code, set(column, text)});
  };
  for (auto const& bad : {std::string("a\0b", 3), std::string("a\x01"), std::string("\x7F"),
                          std::string("a\x0B b"), std::string("a\xEF\xBF\xBE")}) {
    for (auto const* column : {"title", "description", "note", "unit", "quote"}) add(column, "bad-text", bad);
  }
  for (auto const* column : {"tags", "actor1", "source_title"}) add(column, "bad-text", "a\x02");
  kinds.push_back({"place_name", "bad-text", lies("place_name", "a\x03")});
  for (auto const* column : {"title", "note", "unit", "quote"})
    add(column, "unbalanced-bidi", "he said \xE2\x80\xAE backwards");
  add("title", "too-long", "e" + times(31, "\xCC\x81"));
  add("tags", "too-long", times(501, "t"));
  for (auto const* column : {"description", "note", "quote"}) add(column, "too-long", times(65537, "x"));
}

void add_of_words(std::vector<FaultKind>& kinds) {
  auto const add = [&](char const* column, char const* code, std::initializer_list<std::string> texts) {
    for (auto const& text : texts) kinds.push_back({column, code, set(column, text)});
  };
  for (auto const* column : {"key", "title", "type"}) add(column, "required", {"", "  "});
  add("key", "invalid-key", {"the first", "-a", "a..b", "a/b", "\xC3\xA9", times(121, "k")});
  add("type", "invalid-value", {"Violent Clash!", "violence..shelling", "Violence", times(41, "t")});
  add("status", "invalid-value", {"perhaps", "Occurred"});
  add("visibility", "invalid-value", {"secret"});
  kinds.push_back({"precision", "invalid-value", lies("precision", "precisely")});
  add("place", "invalid-key", {"no key"});
  add("place", "unknown-reference", {"nowhere"});
  add("participants", "invalid-value", {"Russia", "Party:party-a", "party:", "party:a b", ":party-a"});
  add("participants", "unknown-reference", {"party:nobody", "party:party-a|host:nobody"});
  add("participants", "too-many", {times(200, "party:party-a|") + "host:party-a"});
  add("tags", "too-many", {times(200, "t|") + "t"});
  add("quantities", "invalid-value",
      {"troops=-5", "troops=1.5", "troops=99999999999999999999", "troops=many", "troops", "troops=", "=5",
       "troops=9..3", "Tanks!=3", "troops=1/2", "troops=1|troops=2"});
  add("attributes", "bad-json", {"{\"a\": }", "{\"a\": 1", "none"});
  add("attributes", "duplicate-member", {"{\"a\": 1, \"a\": 2}"});
  add("attributes", "invalid-value", {"[1]"});
  kinds.push_back(
      {"title|status", "required|invalid-value", both(set("title", ""), set("status", "perhaps"))});
}

void add_of_days_and_points(std::vector<FaultKind>& kinds) {
  for (auto const* day : {"2020-02-30", "2021-13-01", "2021-00-10", "2023-02-29", "yesterday", "31/01/2020",
                          "2020-1-3", "\xEF\xBC\x92\x30\x32\x30"})
    kinds.push_back({"date", "invalid-date", both(lasts("", ""), set("date", day))});
  kinds.push_back({"date", "reversed-interval", set("date", "2024-04-17/2020-11-10")});
  for (auto const* day : {"30 February 2020", "31/01/2020", "20200230", "2020-01", "soon", "01/02/20"}) {
    kinds.push_back({"date_start", "invalid-date", lasts(day, "")});
    kinds.push_back({"date_end", "invalid-date", lasts("2020-01-01", day)});
  }
  kinds.push_back({"date_end", "invalid-date", lasts("2020-01-02", "2020-01-01")});
  kinds.push_back({"source_published", "invalid-date", set("source_published", "2020-02-30")});
  for (auto const* degrees : {"91", "-90.01", "39,8", "north", "nan", "1e3", "39.8N"})
    kinds.push_back({"lat", "invalid-point", lies("lat", degrees)});
  for (auto const* degrees : {"181", "-180.5", "46\xC2\xB0 45'", "inf", "0x10"})
    kinds.push_back({"lon", "invalid-point", lies("lon", degrees)});
}

}  // namespace

Cells const& list_columns() {
  static Cells const all{
      "key",      "title",        "description",      "type",    "status",     "date",       "date_start",
      "date_end", "place",        "place_name",       "country", "lat",        "lon",        "precision",
      "actor1",   "participants", "quantities",       "tags",    "visibility", "attributes", "note",
      "quote",    "source_title", "source_published", "unit"};
  return all;
}

Cells clean_cells(int number) {
  auto const n = std::to_string(number);
  auto const day = "2020-0" + std::to_string(1 + number % 9) + "-1" + std::to_string(number % 10);
  Cells cells(list_columns().size());
  auto const set_to = [&](char const* column, std::string const& text) { cells.at(at(column)) = text; };
  set_to("key", "e-" + n);
  set_to("title", "Event " + n + (number % 4 == 0 ? ", with \"quotes\"" : ""));
  if (number % 3 == 0) set_to("description", "In\nthree\nlines, number " + n);
  set_to("type", "violence.shelling");
  if (number % 2 == 0) set_to("status", "unconfirmed");
  set_to(number % 2 == 0 ? "date" : "date_start", day);
  if (number % 7 == 0) {
    set_to("place", "market");
  } else {
    set_to("place_name", "Place " + std::to_string(number % 50));
    set_to("country", "AZ");
    set_to("lat", "39.8");
    set_to("lon", "46.7");
  }
  set_to("actor1", "Actor " + std::to_string(number % 20));
  if (number % 5 == 0) set_to("participants", "party:party-a");
  set_to("quantities", "troops=" + n);
  set_to("tags", "one|two");
  if (number % 11 == 0) set_to("attributes", R"({"depth": {"of": [1, 2]}})");
  if (number % 10 == 0) set_to("quote", "\"Nobody\nheard it,\" they said");
  set_to("source_title", "Source " + std::to_string(number % 300));
  set_to("source_published", "2021");
  set_to("unit", "brigade " + std::to_string(number % 3));
  return cells;
}

std::vector<FaultKind> const& fault_kinds() {
  static std::vector<FaultKind> const all = [] {
    std::vector<FaultKind> kinds;
    add_of_the_file(kinds);
    add_of_texts(kinds);
    add_of_words(kinds);
    add_of_days_and_points(kinds);
    return kinds;
  }();
  return all;
}

}  // namespace annals::test
