#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "render/timeline_html.hpp"
#include "service/import_file.hpp"
#include "support/case_service.hpp"
#include "support/made_page.hpp"
#include "support/made_scales.hpp"

namespace annals {
namespace {

class TimelineHtml : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    case_ = std::make_unique<test::CaseService>(ANNALS_EXAMPLES "/karabakh");
    test::Editor editor(case_->database().pool());
    test::write_made_dataset(editor);
  }
  static void TearDownTestSuite() { case_.reset(); }
  static std::string page(std::string const& query) {
    auto const response = case_->get("/v1/timeline.html?" + query);
    EXPECT_EQ(response.status, 200) << response.body;
    return test::body_of(response);
  }
  static std::unique_ptr<test::CaseService> case_;
};
std::unique_ptr<test::CaseService> TimelineHtml::case_;

bool has(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

/// What stands in the attribute, each time.
std::vector<std::string> values_of(std::string const& text, std::string const& attribute) {
  std::vector<std::string> all;
  auto const begin = " " + attribute + "=\"";
  for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
    auto const from = at + begin.size();
    all.push_back(text.substr(from, text.find('"', from) - from));
  }
  return all;
}

TEST_F(TimelineHtml, TextsCannotLeaveTheirPlace) {
  auto const made = page("dataset=made");
  for (auto const* part : {"<script", "<img", "<b>town", "href=\"javascript:", "onerror=\""})
    EXPECT_FALSE(has(made, part)) << part;
  EXPECT_TRUE(has(made, "&lt;script&gt;alert(1)&lt;/script&gt; &quot;&gt;&lt;img src=x"));
  EXPECT_TRUE(has(made, "&amp;lt; &#39; &lt;/title&gt;"));
  EXPECT_TRUE(has(made, "href=\"https://example.org/?a=1&amp;b="));
}

TEST_F(TimelineHtml, EveryLinkWithinThePageLeadsSomewhereAndNoAnchorStandsTwice) {
  for (auto const* query : {"dataset=karabakh", "dataset=made", "seed=karabakh/deployment&hops=0",
                            "dataset=karabakh&known_by=2023-10-07", "merge=true"}) {
    auto const text = page(query);
    auto ids = values_of(text, "id");
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end()) << query;
    for (auto const& href : values_of(text, "href")) {
      if (href.starts_with('#'))
        EXPECT_TRUE(std::binary_search(ids.begin(), ids.end(), href.substr(1))) << query << ' ' << href;
      else
        EXPECT_TRUE(href.starts_with("http") || href.starts_with("/v1/datasets/")) << href;
    }
  }
}

TEST_F(TimelineHtml, FootnotesAreLinkedBothWays) {
  auto const text = page("dataset=karabakh");
  EXPECT_TRUE(has(text, R"(<a class="ref" id="mark-1-1" href="#source-1" aria-label="Source 1">1</a>)"));
  EXPECT_TRUE(has(text, R"(<li id="source-1" value="1">)"));
  EXPECT_TRUE(has(text, R"(<a href="#mark-1-1" aria-label="Cited in entry 1">1</a>)"));
  EXPECT_TRUE(has(text, "reliability A: completely reliable"));
}

TEST_F(TimelineHtml, SaysInWordsWhatIsNotCertain) {
  auto const text = page("dataset=made&undated=include");
  for (auto const* words :
       {">ongoing<", ">planned<", ">cancelled<", ">unconfirmed<", ">refuted<", ">Undated<", ">approximate<",
        ">uncertain<", ">order uncertain<", ">disputed<", "Sources differ on <b>date</b>",
        "Denied by:", "1 source, reported by 2", "credibility: doubtful", ">denies<"})
    EXPECT_TRUE(has(text, words)) << words;
  EXPECT_TRUE(has(page("dataset=karabakh&known_by=2023-10-07"), "Not evidenced by a known source:"));
}

TEST_F(TimelineHtml, IsNoMoreExactThanTheCoder) {
  auto const text = page("dataset=made");
  EXPECT_TRUE(has(text, R"(<time datetime="2024-04-10">10 April 2024</time>)"));
  EXPECT_TRUE(has(text, R"(<span title="EDTF 2024-04~">about April 2024</span>)"));
  EXPECT_TRUE(has(text, R"(<span title="EDTF [2024-04-10..2024-06-01]">between )"));
}

TEST_F(TimelineHtml, TellsTheLanguageAndDirectionOfTexts) {
  auto const text = page("dataset=made");
  EXPECT_TRUE(has(text, R"(<html lang="en">)"));
  EXPECT_TRUE(has(text, R"(lang="ar" dir="auto">)"));
  EXPECT_TRUE(has(text, R"(<q lang="hy" dir="auto">)"));
  EXPECT_TRUE(has(text, R"(<h3 lang="ru" dir="auto"><span class="title">)"));
}

TEST_F(TimelineHtml, StatesFilterLicenceCitationAndDay) {
  auto const text = page("dataset=karabakh&known_by=2023-10-07");
  for (auto const* part :
       {"<code>dataset</code> <bdi dir=\"auto\">karabakh</bdi>",
        "As the published sources stood at the end of", ">2023-10-07<", "Latest change", ">CC-BY-4.0<",
        "Annals reference case: Russian", "Not on this page: participants, tags and attributes of events"})
    EXPECT_TRUE(has(text, part)) << part;
}

TEST_F(TimelineHtml, NeedsNothingButItself) {
  auto const response = case_->get("/v1/timeline.html?dataset=karabakh");
  EXPECT_EQ(response.content_type, "text/html; charset=utf-8");
  EXPECT_EQ(test::header_of(response, "Annals-Left-Out"), "participants, tags, attributes");
  auto const policy = test::header_of(response, "Content-Security-Policy");
  EXPECT_TRUE(policy.starts_with("default-src 'none'; style-src 'sha256-")) << policy;
  auto const text = test::body_of(response);
  for (auto const* part : {"<script", "<link", "<img", "<iframe", " src=", "url(", "@import", " style=\""})
    EXPECT_FALSE(has(text, part)) << part;
}

TEST_F(TimelineHtml, TheSameDataGivesTheSamePage) {
  auto const as_of = case_->json("/v1/timeline?dataset=karabakh")["as_of"].get<std::string>();
  auto const query = "dataset=karabakh&as_of=" + as_of;
  EXPECT_EQ(page(query), page(query));
}

TEST_F(TimelineHtml, AnEmptyTimelineIsAPage) {
  auto const text = page("dataset=karabakh&date=1900");
  EXPECT_TRUE(has(text, "<p>0 entries</p>"));
  EXPECT_FALSE(has(text, "<ol"));
}

TEST_F(TimelineHtml, SpeaksTheLanguageOfItsHeadAndShowsACuratorsWords) {
  std::string text;
  auto const page = render::timeline_html([&](std::string_view piece) { text += piece; });
  TimelineHead head;
  head.title = "T";
  head.introduction = "One <b>.\n\n# Two *strong*";
  head.language = Language::ru;
  head.as_of = "2024-05-01T10:20:30.123456Z";
  page->begin(head);
  page->section("Part <1>");
  TimelineEntry entry;
  entry.event.head.dataset = "d";
  entry.event.head.key = "e";
  entry.event.title = "E";
  entry.event.status = EventStatus::planned;
  entry.note = "# A <note>";
  page->entry(entry);
  page->begin_spans();
  page->begin_footnotes();
  page->end(2);
  for (auto const* part :
       {"<html lang=\"ru\">", ">Хронология<", ">запланировано<", ">Без даты<", "2 утверждения не учтено",
        "<p>One &lt;b&gt;.</p>", "<h2>Two <em>strong</em></h2>", "Part &lt;1&gt;</h2>",
        ">1 мая 2024 года, 10:20:30 UTC<", "<h4>A &lt;note&gt;</h4>"})
    EXPECT_TRUE(has(text, part)) << part;
}

/// For the validators and the eyes of scripts/pages.
TEST_F(TimelineHtml, PagesAreKept) {
  std::filesystem::path const folder(ANNALS_PAGES);
  for (auto const& bundle : test::write_made_scales(folder / "scales"))
    static_cast<void>(service::import_bundle(case_->database().pool(), bundle, bundle.filename()));
  std::filesystem::remove_all(folder / "scales");
  for (auto const& [name, query] : {std::pair{"karabakh", "dataset=karabakh"},
                                    {"event", "dataset=karabakh&seed=deployment&hops=0"},
                                    {"known", "dataset=karabakh&known_by=2023-10-07"},
                                    {"made", "dataset=made&undated=include"},
                                    {"hours", "dataset=hours"},
                                    {"centuries", "dataset=centuries"},
                                    {"many", "dataset=many"},
                                    {"scripts", "dataset=scripts"}}) {
    std::ofstream file(folder / (std::string(name) + ".html"));
    file << page(query);
    EXPECT_TRUE(file.flush().good()) << name;
    std::ofstream picture(folder / (std::string(name) + ".svg"));
    picture << test::body_of(case_->get(std::string("/v1/timeline.svg?") + query));
    EXPECT_TRUE(picture.flush().good()) << name;
  }
  std::ofstream changes(folder / "changes.html");
  changes << test::body_of(case_->get(
      "/v1/timeline/changes.html?dataset=karabakh&known_by_from=2023-10-07&known_by_to=2024-05-01"));
  EXPECT_TRUE(changes.flush().good());
}

}  // namespace
}  // namespace annals
