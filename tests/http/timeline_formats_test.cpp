#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "csv/bundle_writer.hpp"
#include "csv/list_input.hpp"
#include "support/case_service.hpp"
#include "support/editor.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;

/// The formats for programs, over a made case of hostile texts and of dates of every kind.
class TimelineFormats : public testing::Test {
 protected:
  static void SetUpTestSuite() { case_ = std::make_unique<test::CaseService>(ANNALS_TEST_DATA "/feeds"); }
  static void TearDownTestSuite() { case_.reset(); }

  static std::string told(std::string const& suffix, std::string const& query = "?undated=include") {
    auto const answer = case_->get("/v1/timeline." + suffix + query);
    auto body = test::body_of(answer);
    EXPECT_EQ(answer.status, 200) << body;
    return body;
  }
  static Json parsed(std::string const& suffix) { return Json::parse(told(suffix)); }
  static std::size_t entries() { return parsed("json")["entries"].size(); }

  static std::size_t count(std::string const& text, std::string const& part) {
    std::size_t number = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++number;
    return number;
  }

  /// From the line that names an event to the end of its component, unfolded.
  static std::string calendar_part(std::string calendar, std::string const& key) {
    for (auto at = calendar.find("\r\n "); at != std::string::npos; at = calendar.find("\r\n ", at))
      calendar.erase(at, 3);
    auto const id = calendar.find("UID:tag:annals,2026:event/feeds/" + key + "\r\n");
    if (id == std::string::npos) {
      ADD_FAILURE() << "no " << key;
      return "";
    }
    auto const begin = calendar.rfind("BEGIN:", id);
    return calendar.substr(begin, calendar.find("\r\nEND:V", id) - begin);
  }

  static Json of_key(Json const& list, std::string const& member, std::string const& value) {
    for (auto const& each : list) {
      if (each[member] == value) return each;
    }
    ADD_FAILURE() << "no " << value;
    return {};
  }

  static std::unique_ptr<test::CaseService> case_;
};
std::unique_ptr<test::CaseService> TimelineFormats::case_;

TEST_F(TimelineFormats, LinesAreThePartsOfTheJson) {
  auto const whole = parsed("json");
  std::map<std::string, Json> parts;
  std::istringstream lines(told("ndjson"));
  for (std::string line; std::getline(lines, line);) {
    auto part = Json::parse(line);
    auto const kind = part["part"].get<std::string>();
    part.erase("part");
    parts[kind].push_back(std::move(part));
  }
  EXPECT_EQ(parts["entry"], whole["entries"]);
  EXPECT_EQ(parts["source"], whole["sources"]);
  EXPECT_EQ(parts["span"].size(), whole["spans"].size());
  for (auto const& [name, value] : parts["timeline"][0].items()) EXPECT_EQ(value, whole[name]) << name;
  EXPECT_EQ(parts["end"], Json::array({{{"entries", whole["entries"].size()},
                                        {"sources", whole["sources"].size()},
                                        {"claims_without_publication_date", 0}}}));
}

TEST_F(TimelineFormats, AWorkbookHasTheCellsOfTheCsv) {
  csv::TemporaryFolder const folder;
  std::ofstream(folder.path() / "timeline.xlsx", std::ios::binary) << told("xlsx");
  std::ofstream(folder.path() / "timeline.csv", std::ios::binary) << told("csv");
  auto const rows_of = [&](std::string const& file) {
    std::vector<std::vector<std::string>> rows;
    csv::ListInput(folder.path() / file).read([&](csv::Record&& row) {
      rows.push_back(std::move(row.cells));
    });
    return rows;
  };
  auto rows = rows_of("timeline.csv");
  for (auto& row : rows) {
    for (auto& cell : row) {
      if (cell.starts_with('\'')) cell.erase(0, 1);  // Excel itself takes a text for a text
    }
  }
  EXPECT_EQ(rows_of("timeline.xlsx"), rows);
  EXPECT_EQ(rows.size(), entries() + 1);
  EXPECT_EQ(told("xlsx"), told("xlsx"));
}

TEST_F(TimelineFormats, TellEveryEntryAndSayWhatTheyLeaveOut) {
  auto const all = entries();
  EXPECT_EQ(all, 21U);
  auto const calendar = told("ics");
  EXPECT_EQ(count(calendar, "\r\nBEGIN:VEVENT\r\n") + count(calendar, "\r\nBEGIN:VJOURNAL\r\n"), all);
  EXPECT_EQ(count(told("atom"), "<entry>"), all);
  EXPECT_EQ(parsed("geojson")["features"].size(), all);
  EXPECT_EQ(count(told("kml"), "<Placemark>"), all);
  EXPECT_EQ(count(told("graphml"), "<data key=\"node_in_timeline\">true</data>"), all);
  auto const slides = parsed("timelinejs.json");
  EXPECT_EQ(slides["events"].size() + slides["left_out"].size(), all);
  EXPECT_EQ(parsed("jsonld")["@graph"][1]["itemListElement"].size(), all);
  for (auto const* suffix :
       {"ics", "atom", "geojson", "kml", "timelinejs.json", "jsonld", "csl.json", "bib", "graphml"})
    EXPECT_NE(test::header_of(case_->get(std::string("/v1/timeline.") + suffix), "Annals-Left-Out"), "")
        << suffix;
}

TEST_F(TimelineFormats, SayUnderWhichFilterAndWhoseLicence) {
  for (auto const* suffix :
       {"ics", "atom", "geojson", "kml", "timelinejs.json", "jsonld", "csl.json", "bib", "graphml"}) {
    auto text = told(suffix, "?type=talks&known_by=2030");
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at))
      text.erase(at, 3);
    for (auto const* said : {"type=talks", "2030", "CC0-1.0", "A made case"})
      EXPECT_NE(text.find(said), std::string::npos) << suffix << ' ' << said;
  }
}

TEST_F(TimelineFormats, ACalendarEndsOnTheDayBehind) {
  auto const calendar = told("ics");
  auto const leap = calendar_part(calendar, "attack");
  EXPECT_NE(leap.find("DTSTART;VALUE=DATE:20240229\r\nDTEND;VALUE=DATE:20240301\r\n"), std::string::npos)
      << leap;
  auto const month = calendar_part(calendar, "armenian");
  EXPECT_NE(month.find("DTSTART;VALUE=DATE:20201101\r\nDTEND;VALUE=DATE:20201201\r\n"), std::string::npos);
  EXPECT_NE(month.find("DESCRIPTION:The date is vague: November 2020 (2020-11)"), std::string::npos) << month;
  auto const minute = calendar_part(calendar, "instant");
  EXPECT_NE(minute.find("DTSTART:20240417T063700Z\r\nDTEND:20240417T063800Z\r\n"), std::string::npos)
      << minute;
  auto const second = calendar_part(calendar, "second");
  EXPECT_NE(second.find("DTSTART:20201109T200030Z\r\n"), std::string::npos) << second;
  EXPECT_EQ(second.find("DTEND"), std::string::npos);
}

TEST_F(TimelineFormats, ACalendarKeepsWhatHasNoDayAsAJournal) {
  auto const calendar = told("ics");
  for (auto const* key : {"undated", "open", "before", "unknown", "ides", "year-zero", "last-day", "far"}) {
    auto const part = calendar_part(calendar, key);
    EXPECT_TRUE(part.starts_with("BEGIN:VJOURNAL")) << part;
    EXPECT_EQ(part.find("DTSTART"), std::string::npos) << part;
  }
  EXPECT_NE(calendar_part(calendar, "ides").find("DESCRIPTION:15 March 44 BC (-0043-03-15)"),
            std::string::npos);
  EXPECT_NE(calendar_part(calendar, "open").find("since 12 December 2022 (2022-12-12/..)"),
            std::string::npos);
}

TEST_F(TimelineFormats, ACalendarSaysHowCertainAnEventIs) {
  auto const calendar = told("ics");
  for (auto const& [key, status] : std::map<std::string, std::string>{{"attack", "TENTATIVE"},
                                                                      {"armenian", "CONFIRMED"},
                                                                      {"season", "TENTATIVE"},
                                                                      {"cancelled", "CANCELLED"},
                                                                      {"refuted", "CANCELLED"},
                                                                      {"russian", "TENTATIVE"}})
    EXPECT_NE(calendar_part(calendar, key).find("STATUS:" + status + "\r\n"), std::string::npos) << key;
}

TEST_F(TimelineFormats, ACalendarsLinesAreFoldedBetweenCharacters) {
  auto const calendar = told("ics");
  std::size_t from = 0;
  for (auto at = calendar.find("\r\n"); at != std::string::npos;
       from = at + 2, at = calendar.find("\r\n", from)) {
    EXPECT_LE(at - from, 75U);
    auto const first = static_cast<unsigned char>(calendar[from + (calendar[from] == ' ' ? 1 : 0)]);
    EXPECT_NE(first & 0xC0, 0x80);
  }
  EXPECT_EQ(from, calendar.size());
  EXPECT_EQ(count(calendar, "\n"), count(calendar, "\r\n"));
}

TEST_F(TimelineFormats, AChangeKeepsItsNameAndCountsItsSequence) {
  test::CaseService service(ANNALS_TEST_DATA "/feeds");
  test::Editor editor(service.database().pool());
  test::Editor::Options options;
  options.if_match = "*";
  EXPECT_NE(calendar_part(test::body_of(service.get("/v1/timeline.ics")), "attack").find("SEQUENCE:0\r\n"),
            std::string::npos);
  EXPECT_EQ(
      editor.send("PATCH", "/v1/datasets/feeds/events/attack", R"({"title": "Otherwise"})", options).status,
      200);
  auto const part = calendar_part(test::body_of(service.get("/v1/timeline.ics")), "attack");
  EXPECT_NE(part.find("SEQUENCE:1\r\n"), std::string::npos) << part;
  EXPECT_NE(part.find("SUMMARY:Otherwise\r\n"), std::string::npos) << part;
}

TEST_F(TimelineFormats, HostileTextsStayTexts) {
  for (auto const* suffix : {"atom", "kml", "graphml", "timelinejs.json", "geojson", "jsonld", "csl.json"}) {
    auto const text = told(suffix);
    for (auto const* tag : {"<script", "<img", "</script"})
      EXPECT_EQ(text.find(tag), std::string::npos) << suffix;
  }
  EXPECT_EQ(count(told("ics"), "\r\nSUMMARY:forged"), 0U);
  auto const slide = of_key(parsed("timelinejs.json")["events"], "unique_id", "feeds/attack");
  for (auto const& text : {slide["text"]["headline"], slide["text"]["text"]})
    EXPECT_EQ(text.get<std::string>().find("<script"), std::string::npos) << text;
  // KML and Atom say the same text: one to a reader of HTML, one as it is.
  EXPECT_NE(told("atom").find("<title>&lt;script&gt;alert(1)"), std::string::npos);
}

TEST_F(TimelineFormats, ABibliographyEscapesTex) {
  auto const bib = told("bib");
  EXPECT_NE(
      bib.find(
          "title = {{\\textbackslash{}end\\textbraceleft{}document\\textbraceright{} 50\\% \\& \\$5 \\#1 "
          "a\\_b \\textbraceleft{}open \\textasciitilde{} \\textasciicircum{} <i>}}"),
      std::string::npos)
      << bib;
  EXPECT_NE(bib.find("author = {{O'Neil \\& Sons} and {Müller, Jörg} and {平}}"), std::string::npos);
  EXPECT_NE(bib.find("url = {https://example.org/a%7Bb%7D%20c?x=1&y=2#z_~}"), std::string::npos);
  EXPECT_EQ(count(bib, "{"), count(bib, "}"));
  EXPECT_NE(bib.find("date = {2024-04-17},"), std::string::npos);
  EXPECT_NE(bib.find("date = {2020-11~},"), std::string::npos);
  EXPECT_NE(bib.find("date = {2023-24}"), std::string::npos);
  EXPECT_NE(bib.find("date = {2021-02-01/2021-03-05}"), std::string::npos);
  EXPECT_NE(bib.find("date = {-0049}"), std::string::npos);
}

TEST_F(TimelineFormats, ReferencesKeepHowExactTheirDatesAre) {
  auto const items = parsed("csl.json");
  auto const issued = [&](std::string const& key) { return of_key(items, "id", "feeds/" + key)["issued"]; };
  EXPECT_EQ(issued("tex"), Json::parse(R"({"date-parts": [[2024, 4, 17]]})"));
  EXPECT_EQ(issued("ru"), Json::parse(R"({"date-parts": [[2020, 11]], "circa": true})"));
  EXPECT_EQ(issued("copy"), Json::parse(R"({"date-parts": [[2020, 11, 11], [2020, 11, 13]]})"));
  EXPECT_EQ(issued("some-day"),
            Json::parse(R"({"date-parts": [[2021, 2, 1], [2021, 3, 5]], "circa": true})"));
  EXPECT_EQ(issued("book"), Json::parse(R"({"literal": "50 BC"})"));
  auto const russian = of_key(items, "id", "feeds/ru");
  EXPECT_EQ(russian["original-title"], "Заявление Министерства обороны");
  EXPECT_EQ(russian["title"], "Заявление Министерства обороны [Statement of the Ministry of Defence]");
  EXPECT_EQ(of_key(items, "id", "feeds/tex")["author"].size(), 3U);
  auto const note = of_key(items, "id", "feeds/copy")["note"].get<std::string>();
  EXPECT_TRUE(note.starts_with("republished from Заявление Министерства обороны (ru)")) << note;
}

TEST_F(TimelineFormats, SlidesCountYearsBeforeTheFirstAsTheirReaderDoes) {
  auto const slides = parsed("timelinejs.json");
  auto const slide = [&](std::string const& key) {
    return of_key(slides["events"], "unique_id", "feeds/" + key);
  };
  EXPECT_EQ(slide("ides")["start_date"], Json::parse(R"({"year": -44, "month": 3, "day": 15})"));
  EXPECT_EQ(slide("ides")["display_date"], "15 March 44 BC");
  EXPECT_EQ(slide("year-zero")["start_date"], Json::parse(R"({"year": -1})"));
  EXPECT_EQ(slide("armenian")["start_date"], Json::parse(R"({"year": 2020, "month": 11})"));
  EXPECT_FALSE(slide("armenian").contains("end_date"));
  EXPECT_EQ(slide("arabic")["end_date"], Json::parse(R"({"year": 2021, "month": 5})"));
  EXPECT_EQ(slide("one-of")["end_date"], Json::parse(R"({"year": 2024, "month": 4, "day": 17})"));
  EXPECT_EQ(slide("local")["start_date"]["hour"], 7);
  EXPECT_EQ(slide("unknown")["start_date"], Json::parse(R"({"year": 2019})"));
  EXPECT_FALSE(slide("unknown").contains("end_date"));
  EXPECT_EQ(slide("before")["start_date"], Json::parse(R"({"year": 2020, "month": 5, "day": 1})"));
  ASSERT_EQ(slides["eras"].size(), 2U);
  EXPECT_EQ(slides["eras"][1]["start_date"], Json::parse(R"({"year": 2024, "month": 2, "day": 29})"));
  EXPECT_EQ(slides["eras"][1]["end_date"], Json::parse(R"({"year": 9999, "month": 12, "day": 31})"));
  ASSERT_EQ(slides["left_out"].size(), 1U);
  EXPECT_EQ(slides["left_out"][0]["unique_id"], "feeds/undated");
  for (auto const& each : slides["events"]) EXPECT_NE(each["display_date"], "");
}

TEST_F(TimelineFormats, MapsAndLinkedDataNeverMakeADateFiner) {
  auto const kml = told("kml");
  EXPECT_NE(kml.find("<when>2020-11</when>"), std::string::npos);
  EXPECT_NE(kml.find("<when>2024-04-17T06:37:00Z</when>"), std::string::npos);
  EXPECT_NE(kml.find("<begin>2022-12-12</begin>\n</TimeSpan>"), std::string::npos);
  EXPECT_EQ(kml.find("<when>-"), std::string::npos);
  std::map<std::string, Json> events;
  auto const linked = parsed("jsonld");
  for (auto const& each : linked["@graph"][1]["itemListElement"])
    events[each["item"]["@id"].get<std::string>().substr(
        std::string("tag:annals,2026:event/feeds/").size())] = each["item"];
  EXPECT_EQ(events["armenian"]["startDate"], "2020-11");
  EXPECT_EQ(events["arabic"]["endDate"], "2021-05");
  for (auto const* key : {"one-of", "set", "ides", "russian", "undated"})
    EXPECT_FALSE(events[key].contains("startDate")) << key;
  EXPECT_EQ(events["one-of"]["subjectOf"]["temporalCoverage"], "[2024-04-10..2024-04-17]");
  EXPECT_EQ(events["season"]["eventStatus"], "https://schema.org/EventScheduled");
  EXPECT_EQ(events["cancelled"]["eventStatus"], "https://schema.org/EventCancelled");
  EXPECT_FALSE(events["attack"].contains("eventStatus"));
}

TEST_F(TimelineFormats, AGraphNamesRelatedEventsThatAreNotInIt) {
  auto const graph = told("graphml", "?type=statement");
  EXPECT_EQ(count(graph, "<data key=\"node_in_timeline\">true</data>"), 1U);
  EXPECT_EQ(count(graph, "<data key=\"node_in_timeline\">false</data>"), 2U);
  EXPECT_NE(graph.find("<data key=\"node_label\">It goes on</data>"), std::string::npos) << graph;
  EXPECT_NE(graph.find("<data key=\"edge_role\">initiator</data>"), std::string::npos);
}

TEST_F(TimelineFormats, AreTheSameTwice) {
  for (auto const* suffix :
       {"ics", "atom", "geojson", "kml", "timelinejs.json", "jsonld", "csl.json", "bib", "graphml"}) {
    auto const now = case_->json("/v1/timeline")["as_of"].get<std::string>();
    auto const query = "?as_of=" + now;
    EXPECT_EQ(told(suffix, query), told(suffix, query)) << suffix;
  }
}

}  // namespace
}  // namespace annals
