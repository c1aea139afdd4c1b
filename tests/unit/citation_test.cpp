#include "domain/citation.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace annals {
namespace {

Source losses() {
  Source source;
  source.head.key = "losses";
  source.title = "Losses in March";
  return source;
}

Source full(SourceKind kind) {
  auto source = losses();
  source.kind = kind;
  source.author = "Anahit Sahakyan";
  source.publisher = "Institute";
  source.published = DateExpression::parse("2024-04-17");
  source.language = "en";
  source.url = "https://example.org/1";
  return source;
}

std::string in_english(Source const& source) { return citation(source, Language::en); }
std::string in_russian(Source const& source) { return citation(source, Language::ru); }

TEST(Citation, OfEveryKindHasTheFormOfItsKind) {
  struct Case {
    SourceKind kind;
    char const *en, *ru;
  };
  for (auto const& [kind, en, ru] : {
           Case{SourceKind::news,
                "Anahit Sahakyan, “Losses in March,” Institute, 17 April 2024, https://example.org/1.",
                "Anahit Sahakyan, «Losses in March» (язык: английский), Institute, 17 апреля 2024 "
                "года, https://example.org/1."},
           Case{SourceKind::official_statement,
                "Anahit Sahakyan, “Losses in March,” official statement, Institute, 17 April 2024, "
                "https://example.org/1.",
                "Anahit Sahakyan, «Losses in March» (язык: английский), официальное заявление, "
                "Institute, 17 апреля 2024 года, https://example.org/1."},
           Case{SourceKind::report,
                "Anahit Sahakyan, Losses in March (Institute, 17 April 2024), https://example.org/1.",
                "Anahit Sahakyan, Losses in March (язык: английский) (Institute, 17 апреля 2024 "
                "года), https://example.org/1."},
           Case{SourceKind::dataset,
                "Anahit Sahakyan, Losses in March, dataset, Institute, 17 April 2024, https://example.org/1.",
                "Anahit Sahakyan, Losses in March (язык: английский), набор данных, Institute, 17 "
                "апреля 2024 года, https://example.org/1."},
           Case{SourceKind::social_media,
                "Anahit Sahakyan, “Losses in March,” social media post, Institute, 17 April 2024, "
                "https://example.org/1.",
                "Anahit Sahakyan, «Losses in March» (язык: английский), публикация в социальной "
                "сети, Institute, 17 апреля 2024 года, https://example.org/1."},
           Case{SourceKind::encyclopedia,
                "Anahit Sahakyan, Institute, s.v. “Losses in March,” 17 April 2024, https://example.org/1.",
                "Anahit Sahakyan, Institute, статья «Losses in March» (язык: английский), 17 "
                "апреля 2024 года, https://example.org/1."},
           Case{SourceKind::archive,
                "Anahit Sahakyan, “Losses in March,” archival document, Institute, 17 April 2024, "
                "https://example.org/1.",
                "Anahit Sahakyan, «Losses in March» (язык: английский), архивный документ, "
                "Institute, 17 апреля 2024 года, https://example.org/1."},
           Case{SourceKind::book,
                "Anahit Sahakyan, Losses in March (Institute, 17 April 2024), https://example.org/1.",
                "Anahit Sahakyan, Losses in March (язык: английский) (Institute, 17 апреля 2024 "
                "года), https://example.org/1."},
           Case{SourceKind::interview,
                "Anahit Sahakyan, “Losses in March,” interview, Institute, 17 April 2024, "
                "https://example.org/1.",
                "Anahit Sahakyan, «Losses in March» (язык: английский), интервью, Institute, 17 "
                "апреля 2024 года, https://example.org/1."},
           Case{SourceKind::other,
                "Anahit Sahakyan, “Losses in March,” Institute, 17 April 2024, https://example.org/1.",
                "Anahit Sahakyan, «Losses in March» (язык: английский), Institute, 17 апреля 2024 "
                "года, https://example.org/1."},
       }) {
    EXPECT_EQ(in_english(full(kind)), en) << word(kind);
    EXPECT_EQ(in_russian(full(kind)), ru) << word(kind);
  }
}

TEST(Citation, LeavesOutWhatIsNotKnown) {
  struct Case {
    char const* what;
    std::function<void(Source&)> change;
    char const *en, *ru;
  };
  for (auto const& [what, change, en, ru] : std::vector<Case>{
           {"nothing but a title", [](Source&) {}, "“Losses in March,” undated.",
            "«Losses in March», без даты."},
           {"a book without more", [](Source& s) { s.kind = SourceKind::book; }, "Losses in March (undated).",
            "Losses in March (без даты)."},
           {"an entry that is read on a day",
            [](Source& s) {
              s.kind = SourceKind::encyclopedia;
              s.publisher = "Wikipedia";
              s.accessed = DateExpression::parse("2024-05-01");
            },
            "Wikipedia, s.v. “Losses in March,” accessed 1 May 2024.",
            "Wikipedia, статья «Losses in March», дата обращения 1 мая 2024 года."},
           {"an entry without any day", [](Source& s) { s.kind = SourceKind::encyclopedia; },
            "s.v. “Losses in March,” undated.", "статья «Losses in March», без даты."},
           {"an uncertain date", [](Source& s) { s.published = DateExpression::parse("2024-04~"); },
            "“Losses in March,” about April 2024.", "«Losses in March», около апреля 2024 года."},
           {"one of several days",
            [](Source& s) { s.published = DateExpression::parse("[2024-04-10..2024-04-17]"); },
            "“Losses in March,” between 10 and 17 April 2024.",
            "«Losses in March», в промежутке 10 апреля 2024 года – 17 апреля 2024 года."},
           {"two authors", [](Source& s) { s.author = "A; B"; }, "A and B, “Losses in March,” undated.",
            "A и B, «Losses in March», без даты."},
           {"three authors", [](Source& s) { s.author = "A; B; C"; },
            "A, B, and C, “Losses in March,” undated.", "A, B и C, «Losses in March», без даты."},
           {"many authors", [](Source& s) { s.author = "A; B; C; D"; },
            "A et al., “Losses in March,” undated.", "A и др., «Losses in March», без даты."},
           {"a description", [](Source& s) { s.title = "[A post without words]"; },
            "[A post without words], undated.", "[A post without words], без даты."},
           {"a tag of no language", [](Source& s) { s.language = "x"; }, "“Losses in March” (in x), undated.",
            "«Losses in March» (язык: x), без даты."},
           {"an archived copy", [](Source& s) { s.archived_url = "https://example.net/a"; },
            "“Losses in March,” undated, archived at https://example.net/a.",
            "«Losses in March», без даты, архивная копия: https://example.net/a."},
       }) {
    auto source = losses();
    change(source);
    EXPECT_EQ(in_english(source), en) << what;
    EXPECT_EQ(in_russian(source), ru) << what;
  }
}

TEST(Citation, TellsTheLanguageAndTheTranslation) {
  auto source = losses();
  source.title = "Заявление";
  source.title_translated = "Statement";
  source.language = "ru";
  EXPECT_EQ(in_english(source), "“Заявление” [Statement] (in Russian), undated.");
  EXPECT_EQ(in_russian(source), "«Заявление» [Statement], без даты.");
  source.title = "[Заявление]";
  source.title_translated = "[Statement]";
  EXPECT_EQ(in_english(source), "[Заявление] [Statement] (in Russian), undated.");
}

TEST(Citation, TellsTheWayOfTheCopyThatWasRead) {
  auto source = losses();
  source.publisher = "Armenpress";
  source.published = DateExpression::parse("2024-04-17");
  source.republishes = ThingLink{{}, "tass-1", "First"};
  source.republishes_publisher = "TASS";
  source.accessed = DateExpression::parse("2024-05-01");
  source.url = "https://example.org/1";
  source.archived_url = "https://example.net/a";
  EXPECT_EQ(in_english(source),
            "“Losses in March,” Armenpress, 17 April 2024, originally published by TASS, “First” (tass-1), "
            "accessed 1 May 2024, https://example.org/1, archived at https://example.net/a.");
  EXPECT_EQ(in_russian(source),
            "«Losses in March», Armenpress, 17 апреля 2024 года, впервые опубликовано: TASS, «First» "
            "(tass-1), дата обращения 1 мая 2024 года, https://example.org/1, архивная копия: "
            "https://example.net/a.");
  source.republishes_copy = true;
  EXPECT_NE(in_english(source).find("republished from TASS, “First” (tass-1)"), std::string::npos);
  source.republishes_publisher.reset();
  source.republishes->name = "[A report]";
  EXPECT_NE(in_english(source).find("republished from [A report] (tass-1)"), std::string::npos);
}

TEST(Citation, ItsPartsSayWhatIsTitleAndWhatIsAddress) {
  using Is = CitationPart::Kind;
  auto const parts = citation_parts(full(SourceKind::news), Language::en);
  std::vector<std::pair<Is, std::string>> told;
  for (auto const& part : parts) told.emplace_back(part.kind, part.text);
  std::vector<std::pair<Is, std::string>> const expected{{Is::name, "Anahit Sahakyan"},
                                                         {Is::plain, ", “"},
                                                         {Is::title, "Losses in March"},
                                                         {Is::plain, ",” "},
                                                         {Is::name, "Institute"},
                                                         {Is::plain, ", 17 April 2024, "},
                                                         {Is::address, "https://example.org/1"},
                                                         {Is::plain, "."}};
  EXPECT_EQ(told, expected);
}

}  // namespace
}  // namespace annals
