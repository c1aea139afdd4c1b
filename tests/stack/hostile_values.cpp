#include "stack/hostile_requests.hpp"
#include "stack/hostile_rows.hpp"

namespace annals::test {
namespace {

void add_dates(std::vector<HostileRow>& rows, Writer const& writer) {
  auto const refused = [&](std::string const& name, std::string const& value, int position,
                           std::string const& type = "invalid-date") {
    rows.push_back({name + ' ' + value.substr(0, 40),
                    writer.put_event("\"date\":" + json_text(value)),
                    {422},
                    type,
                    "/date",
                    position});
  };
  for (auto const* value : {"999999999", "-10000"}) refused("D1", value, 0);
  for (auto const* value : {"Y170000002", "Y-17E7", "Y1E9999999999"}) refused("D1", value, 0, "out-of-range");
  for (auto const* value : {"2021-13", "2021-00-10", "0000-00-00"}) refused("D2", value, 5);
  for (auto const* value : {"2021-02-30", "2023-02-29", "1900-02-29"}) refused("D2", value, 8);
  refused("D4", "2021-01-01T24:00:01Z", 11);
  refused("D4", "2021-01-01T23:59:60Z", 17);
  refused("D4", "2021-01-01T10:00:00+99:00", 20);
  refused("D4", "2021-01-01T10:00:00+14:01", 19);
  refused("D5", "2024-04-17/2020-11-10", 11, "reversed-interval");
  refused("D7", "{" + times(100, "2020,") + "2020}", 501, "too-long");
  refused("D7", "{" + times(10000, "2020,") + "2020}", 1024, "too-long");
  refused("D7", times(1025, "1"), 1024, "too-long");
  refused("D7", "2020" + times(10000, "?"), 1024, "too-long");
  refused("D7", times(10000, "[1..2,"), 1024, "too-long");
  rows.push_back({"D7 100,000 members",
                  writer.put_event("\"date\":\"{" + times(100000, "2020,") + "}\""),
                  {422},
                  "too-long",
                  "/date"});
  for (auto const* value : {"２０２０", "٢٠٢٠", "−2020"}) refused("D8", value, 0);
  refused("D8", "2020\u00a0", 4);
  refused("D8", "２０２０-05", 0);
  refused("D8", "2020-0\u200b5", 5);
  refused("D8", "2020-05\u200f", 7);
  rows.push_back({"D in an object",
                  writer.put_event(R"("date":{"edtf":"2021-13"})"),
                  {422},
                  "invalid-date",
                  "/date",
                  5});
  rows.push_back(
      {"D in an object without", writer.put_event(R"("date":{})"), {422}, "required", "/date/edtf"});
  rows.push_back({"D a number", writer.put_event(R"("date":2021)"), {422}, "invalid-value", "/date"});
  for (auto const* year : {"0000", "-0001", "-9999", "9999-12-31"}) {
    rows.push_back(stored(
        std::string("D2 a valid year ") + year, writer.put_event("\"date\":" + json_text(year)),
        {{"/v1/datasets/hostile/events/e", "\"edtf\":" + json_text(year)}}, writer.remove("/events/e")));
  }
}

void add_points(std::vector<HostileRow>& rows, Writer const& writer) {
  auto const put = [&](std::string const& point, std::string const& country = "") {
    return writer.put("/places/p", R"({"name":"P",)" + country + "\"point\":" + point + "}");
  };
  for (auto const* point : {"[181,0]", "[0,91]", "[null,2]", "[\"a\",2]", "[1]", "[1,2,3,4]", "[1,2,3]", "[]",
                            "[1e308,1]", "[[1,2]]", "{}", "\"1,2\"", "1", "true"})
    rows.push_back({std::string("G1 ") + point, put(point), {422}, "invalid-point", "/point"});
  rows.push_back({"G1 NaN", put("[NaN,0]"), {400}, "bad-json"});
  rows.push_back({"G1 1e400", put("[1e400,0]"), {422}, "invalid-value", "/point/0"});
  rows.push_back(stored("G1 the south pole", put("[-180,-90]"),
                        {{"/v1/datasets/hostile/places/p", "\"point\":[-180,-90]"}},
                        writer.remove("/places/p")));
  rows.push_back(stored("G2 swapped", put("[39.94,46.83]", R"("country":"AZ",)"),
                        {{"/v1/datasets/hostile/places/p", "\"point\":[39.94,46.83]"}},
                        writer.remove("/places/p")));
}

}  // namespace

std::vector<HostileRow> hostile_values(std::string const& key) {
  Writer const writer(key);
  std::vector<HostileRow> rows;
  add_dates(rows, writer);
  add_points(rows, writer);
  return rows;
}

}  // namespace annals::test
