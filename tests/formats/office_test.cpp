#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "kept_formats.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;

std::string without_blanks(std::string text) {
  std::erase_if(text, [](unsigned char c) { return c <= ' '; });
  return text;
}

/// What LibreOffice reads of the formats that offices use: of scripts/test --office.
class Office : public testing::TestWithParam<std::string> {
 protected:
  Office() {
    for (auto const& entry : Json::parse(kept_.text("timeline.json"))["entries"])
      titles_.push_back(entry["event"]["title"]);
  }
  /// The file opened, and written again as another kind into the folder.
  void convert(std::string const& file, std::string const& kind) const {
    auto const folder = kept_.folder().string();
    EXPECT_EQ(kept_.run({"/usr/bin/soffice", "-env:UserInstallation=file://" + folder + "/profile",
                         "--headless", "--convert-to", kind, "--outdir", folder, folder + "/" + file}),
              "");
  }
  void expect_titles_in(std::string const& file) const {
    // Where lines break is the program's business.
    auto const text = without_blanks(kept_.text(file));
    for (auto const& title : titles_)
      EXPECT_NE(text.find(without_blanks(title)), std::string::npos) << title << " in " << file;
  }

  test::KeptFormats kept_{GetParam(), {"json", "xlsx", "docx", "odt"}};
  std::vector<std::string> titles_;
};

TEST_P(Office, OpensTheWorkbookWithARowForEachEntry) {
  // Of the first sheet: commas, quotation marks, UTF-8, texts as they are shown.
  convert("timeline.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1");
  expect_titles_in("timeline.csv");
}

TEST_P(Office, OpensTheDocuments) {
  for (auto const* kind : {"docx", "odt"}) {
    convert(std::string("timeline.") + kind, "txt:Text (encoded):UTF8");
    expect_titles_in("timeline.txt");
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, Office,
                         testing::Values(ANNALS_SOURCE "/examples/karabakh",
                                         ANNALS_SOURCE "/tests/data/feeds"));

}  // namespace
}  // namespace annals
