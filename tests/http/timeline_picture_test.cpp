#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "csv/bundle_writer.hpp"
#include "support/case_service.hpp"
#include "support/process.hpp"

#ifdef ANNALS_SANITIZED
// What fontconfig reads once for the whole process it keeps until the end.
extern "C" char const* __lsan_default_suppressions() { return "leak:libfontconfig"; }
#endif

namespace annals {
namespace {

std::size_t count_of(std::string const& text, std::string const& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

bool holds(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

/// What the parser of libxml2 says against it.
std::string faults_of_xml(std::string const& document) {
  csv::TemporaryFolder const folder;
  std::ofstream(folder.path() / "picture.svg") << document;
  test::Process xmllint({"/usr/bin/xmllint", "--noout", "--nonet", folder.path() / "picture.svg"},
                        folder.path() / "out", folder.path() / "errors");
  auto const code = xmllint.wait();
  auto const said = test::read_file(folder.path() / "errors");
  return code == 0 ? said : std::to_string(code) + ": " + said;
}

std::uint32_t big_endian(std::string const& bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = at; i < at + 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes.at(i));
  return number;
}

void write_bundle(std::filesystem::path const& folder, std::string const& events) {
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "dataset.json") << R"({"key": "pictures", "title": "Pictures"})";
  std::ofstream(folder / "events.csv") << "key,title,type,status,date,tags\n" << events;
}

class TimelinePicture : public testing::Test {
 protected:
  static void SetUpTestSuite() { case_ = std::make_unique<test::CaseService>(ANNALS_EXAMPLES "/karabakh"); }
  static void TearDownTestSuite() { case_.reset(); }
  static std::string svg(std::string const& query) {
    auto const answer = case_->get("/v1/timeline.svg?dataset=karabakh" + query);
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.content_type, "image/svg+xml");
    return test::body_of(answer);
  }
  static std::unique_ptr<test::CaseService> case_;
};
std::unique_ptr<test::CaseService> TimelinePicture::case_;

TEST_F(TimelinePicture, ShowsEveryEntryAndSaysWhatItIs) {
  auto const timeline = case_->json("/v1/timeline?dataset=karabakh");
  auto const picture = svg("&as_of=" + timeline["as_of"].get<std::string>());
  EXPECT_EQ(faults_of_xml(picture), "");
  for (auto const& entry : timeline["entries"]) {
    auto const title = entry["event"]["title"].get<std::string>();
    EXPECT_TRUE(holds(picture, ": " + title.substr(0, title.find('\'')))) << title;
  }
  auto const dataset = case_->json("/v1/datasets/karabakh");
  EXPECT_TRUE(holds(picture, R"(role="img")"));
  for (auto const& said : {std::string("dataset=karabakh"), dataset["licence"].get<std::string>(),
                           timeline["as_of"].get<std::string>(), std::string("Not shown here")})
    EXPECT_GE(count_of(picture, said), 2U) << said;  // in the description and in small print
  EXPECT_TRUE(holds(picture, "between 10 and 17 April 2024: "));
}

TEST_F(TimelinePicture, ExplainsTheSignsItUsesAndNoOther) {
  auto const whole = svg("");
  for (auto const* sign : {">planned<", ">cancelled<", ">unconfirmed<", ">Disputed<"})
    EXPECT_TRUE(holds(whole, sign)) << sign;
  EXPECT_FALSE(holds(whole, ">refuted<"));
  EXPECT_EQ(count_of(whole, R"(text-decoration="line-through")"), 1U);  // the mandate that was not served
  auto const early = svg("&to=2020-12-31&status=occurred");
  for (auto const* sign : {">planned<", ">cancelled<", ">unconfirmed<"})
    EXPECT_FALSE(holds(early, sign)) << sign;
}

TEST_F(TimelinePicture, HasLanesOfWhatIsAskedFor) {
  EXPECT_FALSE(holds(svg(""), "<title>military</title>"));
  EXPECT_EQ(count_of(svg("&lanes=type"), "<title>military</title>"), 1U);
  EXPECT_EQ(count_of(svg("&lanes=tag"), "<title>peacekeepers</title>"), 1U);
  EXPECT_EQ(count_of(svg("&lanes=place"), "<title>Nagorno-Karabakh</title>"), 1U);
  EXPECT_TRUE(holds(svg("&lanes=actor"), "<title>Azerbaijan"));
  EXPECT_EQ(case_->get("/v1/timeline.svg?lanes=colour").status, 400);
  EXPECT_EQ(case_->get("/v1/timeline.svg?lanes=tag&lanes=type").status, 400);
}

TEST_F(TimelinePicture, IsWholeWithoutEntriesAndWithoutDates) {
  auto const none = svg("&q=nosuchword");
  EXPECT_EQ(faults_of_xml(none), "");
  EXPECT_TRUE(holds(none, "0 entries"));
}

TEST_F(TimelinePicture, IsMadeOfPixelsTwiceAsFine) {
  auto const as_of = "&as_of=" + case_->json("/v1/timeline")["as_of"].get<std::string>();
  auto const answer = case_->get("/v1/timeline.png?dataset=karabakh" + as_of);
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.content_type, "image/png");
  EXPECT_FALSE(test::header_of(answer, "Annals-Left-Out").empty());
  auto const png = test::body_of(answer);
  ASSERT_TRUE(png.starts_with("\x89PNG\r\n\x1A\n"));
  EXPECT_EQ(big_endian(png, 16), 2400U);
  EXPECT_EQ(test::body_of(case_->get("/v1/timeline.png?dataset=karabakh" + as_of)), png);
  auto const picture = svg(as_of);
  auto const at = picture.find("height=\"") + 8;
  EXPECT_NEAR(big_endian(png, 20), 2 * std::stod(picture.substr(at)), 1.0);
}

TEST(TimelinePictures, TakeAnyTextAsText) {
  csv::TemporaryFolder const folder;
  write_bundle(folder.path() / "hostile",
               "a,<script>alert(1)</script> & ]]> \"x'</title>,talks,refuted,2020-01-01,<b>\n"
               "b,وصول القوات إلى المدينة,talks,unconfirmed,2020-02,\n"
               "c,\"two\nlines &#0; &amp; <!-- %x; ${y}\",talks,occurred,,\n"
               "d,Ադրբեջանի նախագահի ելույթը,talks,occurred,\"{2020-03-01,2020-04-05}\",\n");
  test::CaseService service(folder.path() / "hostile");
  auto const picture = test::body_of(service.get("/v1/timeline.svg?lanes=tag&undated=include"));
  EXPECT_EQ(faults_of_xml(picture), "");
  for (auto const* part : {"<script", "<b>", "<!--", "&#0;", "href"})
    EXPECT_FALSE(holds(picture, part)) << part;
  EXPECT_TRUE(
      holds(picture, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; ]]&gt; &quot;x&#39;&lt;/title&gt;"));
  EXPECT_TRUE(holds(picture, "<title>Undated</title>"));
  EXPECT_EQ(count_of(picture, R"(direction="rtl")"), 1U);
  EXPECT_TRUE(holds(picture, ">refuted<"));
  EXPECT_EQ(service.get("/v1/timeline.png?lanes=tag&undated=include").status, 200);
}

TEST(TimelinePictures, AreRefusedWhereTheyWouldHoldTooMuch) {
  csv::TemporaryFolder const folder;
  std::string events;
  for (int i = 0; i < 2001; ++i) {
    auto const month = std::to_string(i % 12 + 101).substr(1), day = std::to_string(i % 28 + 101).substr(1);
    events += "e" + std::to_string(i) + ",Event " + std::to_string(i) + ",talks,occurred,20" +
              std::to_string(i % 20 + 110).substr(1) + "-" + month + "-" + day + "," +
              (i < 500    ? "png|svg"
               : i == 500 ? ""
                          : "svg") +
              "\n";
  }
  write_bundle(folder.path() / "many", events);
  test::CaseService service(folder.path() / "many");
  EXPECT_EQ(service.get("/v1/timeline.svg").status, 422);
  EXPECT_EQ(service.get("/v1/timeline.png?tag=svg").status, 422);
  auto const most = test::body_of(service.get("/v1/timeline.svg?tag=svg"));
  EXPECT_EQ(faults_of_xml(most), "");
  EXPECT_TRUE(holds(most, "2000 entries"));
  auto const png = test::body_of(service.get("/v1/timeline.png?tag=png"));
  ASSERT_TRUE(png.starts_with("\x89PNG"));
  EXPECT_LE(static_cast<double>(big_endian(png, 16)) * big_endian(png, 20), 24e6);
}

}  // namespace
}  // namespace annals
