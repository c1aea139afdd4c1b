#include "stack/hostile_requests.hpp"
#include "stack/hostile_rows.hpp"

namespace annals::test {

std::vector<HostileRow> hostile_queries() {
  std::vector<HostileRow> rows;
  auto const wrong = [&](std::string const& query, std::string const& field) {
    rows.push_back({query.substr(0, 60), get("/v1/events?" + query), {400}, "invalid-parameter", field});
  };
  for (auto const* point :
       {"181,0", "0,91", "NaN,0", "inf,0", "null,2", "a,2", "1", "1,2,3", "", "1e308,1", "0x1,2"})
    wrong(std::string("radius_km=1&near=") + point, "near");
  for (auto const* radius : {"-1", "0", "1e300", "20039", "nan", "5km"})
    wrong(std::string("near=1,2&radius_km=") + radius, "radius_km");
  wrong("near=1,2", "radius_km");
  for (auto const* box : {"1,2,3", "1,2,3,4,5", "0,10,1,5", "181,0,1,1", "a,b,c,d"})
    wrong(std::string("bbox=") + box, "bbox");
  for (auto const* sort : {"date;drop%20table", "(select%201)", "title", "relevance", ""})
    wrong(std::string("sort=") + sort, "sort");
  for (auto const* limit : {"0", "1001", "-1", "1e2", "%205", "9223372036854775808", "", "5;"})
    wrong(std::string("limit=") + limit, "limit");
  wrong("min_fatalities)--=1", "min_fatalities)--");
  wrong("min_" + std::string(300, 'x') + "=1", "min_" + std::string(76, 'x') + "…");
  wrong("min_troops=1.5", "min_troops");
  wrong("min_troops=-1", "min_troops");
  wrong("min_troops=99999999999999999999", "min_troops");
  wrong("q=" + std::string(513, 'x'), "q");
  std::string words = "q=a";
  for (int i = 0; i < 32; ++i) words += "+a";
  wrong(words, "q");
  wrong("country=XX", "country");
  wrong("status=done", "status");
  wrong("type=Military", "type");
  wrong("undated=yes", "undated");
  wrong("disputed=1", "disputed");
  wrong("colour=red", "colour");
  wrong("tag=a&tag=b", "tag");
  wrong("actor=" + std::string(600, 'x'), "actor");
  rows.push_back({"Q2 NUL in a name", get("/v1/events?min_x%00=1"), {400}, "bad-target"});
  rows.push_back({"bad UTF-8 in a value", get("/v1/events?actor=%ff"), {400}, "bad-target"});
  rows.push_back({"control character in a value", get("/v1/events?actor=a%01"), {400}, "bad-target"});
  for (auto const* actor : {"%25%25%25", "_____", "%5C", "';--", "%22)%20or%201=1"})
    rows.push_back({std::string("Q4 ") + actor, get(std::string("/v1/events?actor=") + actor), {200}});
  for (auto const* q : {"'", "%22", "-", "a%20%26%20b", "!!!", ":*", "%3C-%3E", "%25"})
    rows.push_back({std::string("q ") + q, get(std::string("/v1/events?q=") + q), {200}});
  for (auto const& cursor :
       {std::string("random"), std::string(), std::string(8000, 'A'), std::string("AAAA%3D%3D")})
    rows.push_back({"Q7 " + cursor.substr(0, 20), get("/v1/events?cursor=" + cursor), {400}, "bad-cursor"});
  std::string seeds = "seed=a";
  for (int i = 0; i < 20; ++i) seeds += ",a" + std::to_string(i);
  rows.push_back(
      {"Q8 21 seeds", get("/v1/timeline?dataset=karabakh&" + seeds), {400}, "invalid-parameter", "seed"});
  rows.push_back({"Q8 hops",
                  get("/v1/timeline?dataset=karabakh&seed=presence&hops=1000000"),
                  {400},
                  "invalid-parameter",
                  "hops"});
  rows.push_back({"Q8 cycle", get("/v1/timeline?dataset=karabakh&seed=presence&hops=5"), {200}});
  for (auto const* by : {"", "hour", "year,year", "year,month,day", "date;drop%20table", "(select%201)"})
    rows.push_back({std::string("stats by ") + by,
                    get(std::string("/v1/stats?by=") + by),
                    {400},
                    "invalid-parameter",
                    "by"});
  for (auto const* sum : {"", "dead)--", "Dead", "1"})
    rows.push_back({std::string("stats sum ") + sum,
                    get(std::string("/v1/stats?by=year&sum=") + sum),
                    {400},
                    "invalid-parameter",
                    "sum"});
  rows.push_back({"Q10 two fine dimensions", get("/v1/stats?by=day,actor&undated=include"), {200}});
  for (auto const* q : {"'", "%22", "-", "a%20%26%20b", "!!!", ":*", "%25%25", "%5C", "%22)%20or%201=1"})
    rows.push_back({std::string("search ") + q, get(std::string("/v1/search?q=") + q), {200}});
  rows.push_back(
      {"search of 513 bytes", get("/v1/search?q=" + std::string(513, 'x')), {400}, "invalid-parameter", "q"});
  rows.push_back({"search with another's cursor", get("/v1/search?q=a&cursor=AAAA"), {400}, "bad-cursor"});
  rows.push_back(
      {"Q11 all at once",
       get("/v1/events?actor_tree=true&undated=include&actor=russia&q=a%20b%20c&disputed=true&known_by=2024"),
       {200}});
  return rows;
}

}  // namespace annals::test
