#include "domain/citation.hpp"

#include <gtest/gtest.h>

namespace annals {
namespace {

Source report() {
  Source source;
  source.head.key = "report";
  source.title = "Losses in March";
  return source;
}

TEST(Citation, NamesWhatIsKnownAlone) {
  EXPECT_EQ(citation(report()), "“Losses in March”, undated.");
  auto source = report();
  source.author = "Anahit Sahakyan; Ruben Petrosyan";
  source.publisher = "Institute";
  source.published = DateExpression::parse("2024-04~");
  source.language = "en-GB";
  EXPECT_EQ(citation(source),
            "Anahit Sahakyan; Ruben Petrosyan, “Losses in March”, Institute, about April 2024.");
}

TEST(Citation, TellsTheLanguageAndTheTranslation) {
  auto source = report();
  source.title = "Заявление";
  source.title_translated = "Statement";
  source.language = "ru";
  EXPECT_EQ(citation(source), "“Заявление” [Statement] (in Russian), undated.");
  source.title_translated.reset();
  source.language = "x";
  EXPECT_EQ(citation(source), "“Заявление” (in x), undated.");
}

TEST(Citation, ATitleInBracketsIsADescription) {
  auto source = report();
  source.title = "[A post without words]";
  EXPECT_EQ(citation(source), "[A post without words], undated.");
}

TEST(Citation, TellsTheWayOfTheCopyThatWasRead) {
  auto source = report();
  source.published = DateExpression::parse("2024-04-17");
  source.republishes = ThingLink{{}, "tass-1", "First"};
  source.accessed = DateExpression::parse("2024-05-01");
  source.archived_url = "https://example.org/1";
  EXPECT_EQ(citation(source),
            "“Losses in March”, 17 April 2024, republished from “First” (tass-1), accessed 1 May 2024, "
            "archived at https://example.org/1.");
}

}  // namespace
}  // namespace annals
