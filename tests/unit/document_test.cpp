#include <gtest/gtest.h>

#include "base/converter.hpp"
#include "document_py.hpp"

namespace annals {
namespace {

/// What it ends with where a module that it needs is not installed.
TEST(Document, SaysThatItsProgramIsNotThere) {
  Converter converter({python, "-I", "-c",
                       "import sys; sys.modules['weasyprint'] = None\n" + std::string(render::document_py),
                       "pdf", "/dev/null", "/dev/null", "", "2026-01-31T12:00:00.123456Z", "1073741824", "40",
                       "1000"});
  converter.read([](std::string_view) {});
  EXPECT_EQ(converter.errors(), "");
  EXPECT_EQ(converter.wait(), 5);
}

}  // namespace
}  // namespace annals
