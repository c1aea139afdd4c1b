#include "stack/hostile_requests.hpp"
#include "stack/hostile_rows.hpp"

namespace annals::test {
namespace {

/// A title that means something to a reader of some format, and how each format writes it.
struct Title {
  std::string text;
  std::string json;
  std::string markdown;
  std::string csv;
};

}  // namespace

std::vector<HostileRow> hostile_outputs(std::string const& key) {
  Title const titles[] = {
      {"<script>alert(1)</script>", R"(\u003cscript>alert(1)\u003c/script>)",
       R"(\<script\>alert(1)\</script\>)", ",<script>alert(1)</script>,"},
      {"\"><img src=x onerror=alert(1)>", R"(\">\u003cimg src=x onerror=alert(1)>)",
       R"("\>\<img src=x onerror=alert(1)\>)", R"(,"""><img src=x onerror=alert(1)>",)"},
      {"]](javascript:alert(1))", "\"]](javascript:alert(1))\"", R"( \]\](javascript:alert(1)))",
       ",]](javascript:alert(1)),"},
      {"![a](http://evil.example/a.png)", "\"![a](http://evil.example/a.png)\"",
       R"( \!\[a\](http://evil.example/a.png))", ",![a](http://evil.example/a.png),"},
      {"=cmd|'/C calc'!A0, \"x\"", R"("=cmd|'/C calc'!A0, \"x\"")", R"( \=cmd\|'/C calc'\!A0, "x")",
       R"(,"'=cmd|'/C calc'!A0, ""x""",)"},
      {"- 1", "\"- 1\"", " \\- 1", ",'- 1,"},
      {"2020. A year", "\"2020. A year\"", " 2020\\. A year", ",2020. A year,"},
      {"a\n# b", R"("a\n# b")", R"( a \# b)", ",\"a\n# b\","},
  };
  std::string const dataset = "/v1/datasets/hostile/events";
  std::string const timeline = "/v1/timeline";
  std::string const query = "?dataset=hostile&undated=include";
  Writer const writer(key);
  std::vector<HostileRow> rows;
  for (auto const& title : titles) {
    auto const raw = title.text.find('<') == std::string::npos ? "" : "<script";
    auto sent = json_text(title.text);
    for (auto at = sent.find('\n'); at != std::string::npos; at = sent.find('\n')) sent.replace(at, 1, "\\n");
    rows.push_back(stored("T5 " + title.text, writer.put_event("\"title\":" + sent),
                          {{dataset + "/e", title.json, raw},
                           {dataset + "?undated=include", title.json, raw},
                           {dataset + ".ndjson?undated=include", title.json, raw},
                           {dataset + ".geojson?undated=include", title.json, raw},
                           {dataset + ".csv?undated=include", title.csv},
                           {timeline + query, title.json, raw},
                           {timeline + ".md" + query, title.markdown},
                           {timeline + ".csv" + query, title.csv}},
                          writer.remove("/events/e")));
  }
  return rows;
}

}  // namespace annals::test
