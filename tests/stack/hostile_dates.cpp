#include "stack/hostile_requests.hpp"
#include "stack/hostile_rows.hpp"
#include "wire/query_text.hpp"

namespace annals::test {
namespace {

std::string filter(std::string const& name, std::string const& value) {
  return get("/v1/events?" + name + "=" + wire::percent_encode(value));
}

}  // namespace

std::vector<HostileRow> hostile_dates() {
  std::vector<HostileRow> rows;
  auto const refused = [&](std::string const& name, std::string const& value) {
    rows.push_back(
        {"D " + name + " " + value.substr(0, 40), filter("date", value), {400}, "invalid-parameter", "date"});
  };
  for (auto const* value : {"999999999", "Y170000002", "Y-17E7", "Y1E9999999999", "-10000"})
    refused("D1", value);
  for (auto const* value : {"2021-02-30", "2021-13", "2021-00-10", "0000-00-00", "2023-02-29", "1900-02-29"})
    refused("D2", value);
  for (auto const* value : {"2021-01-01T24:00:01Z", "2021-01-01T23:59:60Z", "2021-01-01T10:00:00+99:00",
                            "2021-01-01T10:00:00+14:01"})
    refused("D4", value);
  refused("D5", "2024-04-17/2020-11-10");
  std::string many = "{2020";
  for (int i = 0; i < 101; ++i) many += ",2020";
  refused("D7 members", many + "}");
  refused("D7 digits", std::string(2000, '1'));
  refused("D7 marks", "2020" + std::string(2000, '?'));
  for (auto const* value : {"２０２０", "٢٠٢٠", "−2020", "2020\u00a0", "20\u200b20", "2020\u200f"})
    refused("D8", value);
  for (auto const* value :
       {"today", "now", "J0", "2021-366", "infinity", "2020 ", " 2020", "2020--1", "", "[..", "{", "/"})
    refused("no date", value);
  auto const wrong = [&](std::string const& query, std::string const& field) {
    rows.push_back({"D10 " + query, get("/v1/events?" + query), {400}, "invalid-parameter", field});
  };
  wrong("from=2025&to=2020", "to");
  wrong("from=[..2020]", "from");
  wrong("to=2020/..", "to");
  wrong("known_by=infinity", "known_by");
  wrong("known_by=2020/..", "known_by");
  wrong("as_of=9999-12-31T23:59:60Z", "as_of");
  rows.push_back(
      {"position of a bad month", filter("date", "2021-13"), {400}, "invalid-parameter", "date", 5});
  rows.push_back({"position in a set", filter("date", "{2020,20x1}"), {400}, "invalid-parameter", "date", 6});
  return rows;
}

}  // namespace annals::test
