#include <gtest/gtest.h>

#include "kept_formats.hpp"

namespace annals {
namespace {

/// What programs that others wrote read of the formats.
class Formats : public testing::TestWithParam<std::string> {
 protected:
  test::KeptFormats kept_{GetParam(),
                          {"json", "ics", "atom", "geojson", "kml", "timelinejs.json", "jsonld", "csl.json",
                           "bib", "graphml", "xlsx", "ndjson", "pdf", "docx", "odt"}};
};

TEST_P(Formats, AreReadByLibrariesOfJavaScript) {
  EXPECT_EQ(kept_.run({"/usr/bin/env", "node", ANNALS_SOURCE "/tests/formats/check.mjs", kept_.folder(),
                       ANNALS_SOURCE "/web"}),
            "");
}

TEST_P(Formats, AreReadByLibrariesOfPython) {
  // Debian's own, which has what scripts/install brings, whatever else is in front of it.
  EXPECT_EQ(kept_.run({"/usr/bin/python3", ANNALS_SOURCE "/tests/formats/check.py", kept_.folder()}), "");
}

INSTANTIATE_TEST_SUITE_P(Cases, Formats,
                         testing::Values(ANNALS_SOURCE "/examples/karabakh",
                                         ANNALS_SOURCE "/tests/data/feeds"));

}  // namespace
}  // namespace annals
