#include "base/converter.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <stdexcept>

#include "base/error.hpp"
#include "csv/bundle_writer.hpp"
#include "render/workbook.hpp"
#include "workbook_rows.hpp"

namespace annals::csv {
namespace {

std::string output_of(std::vector<std::string> const& command) {
  Converter converter(command);
  std::string text;
  converter.read([&](std::string_view piece) { text += piece; });
  return text;
}

int end_of(std::vector<std::string> const& command) {
  Converter converter(command);
  converter.read([](std::string_view) {});
  return converter.wait();
}

TEST(Converter, GivesWhatTheProgramWritesAndHowItEnds) {
  Converter converter({"/bin/sh", "-c", "echo out; echo wrong >&2; exit 3"});
  std::string out;
  converter.read([&](std::string_view piece) { out += piece; });
  EXPECT_EQ(out, "out\n");
  EXPECT_EQ(converter.errors(), "wrong\n");
  EXPECT_EQ(converter.wait(), 3);
  EXPECT_EQ(end_of({"/bin/sh", "-c", "kill -9 $$"}), 137);
  EXPECT_THROW(Converter({"/nowhere/program"}), Error);
}

TEST(Converter, TheProgramHasNothingOfOurs) {
  EXPECT_EQ(output_of({"/usr/bin/env"}), "PATH=/usr/bin:/bin\nLC_ALL=C.UTF-8\n");
  EXPECT_EQ(output_of({"/bin/ls", "/proc/self/fd"}), "0\n1\n2\n3\n") << "3 is the folder that is listed";
}

TEST(Converter, IsKilledWhereNobodyReadsOn) {
  auto const begun = std::chrono::steady_clock::now();
  EXPECT_THROW(Converter({"/bin/sh", "-c", "echo a; exec sleep 60"}).read([](std::string_view) {
    throw std::runtime_error("enough");
  }),
               std::runtime_error);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(30));
}

TEST(Converter, AWorkbookIsReadWithinItsLimits) {
  TemporaryFolder const folder;
  auto const path = folder.path() / "list.xlsx";
  render::Workbook book(path);
  for (int row = 0; row < 20'000; ++row) {
    book.text("key " + std::to_string(row)).text("title");
    book.end_row();
  }
  book.finish();
  auto const end_within = [&](char const* bytes, char const* seconds) {
    return end_of({"/usr/bin/python3", "-I", "-c", std::string(workbook_rows), path, "", bytes, seconds});
  };
  EXPECT_EQ(end_within("1073741824", "600"), 0);
  EXPECT_EQ(end_within("20000000", "600"), 4);
  EXPECT_GT(end_within("1073741824", "0"), 128);
}

}  // namespace
}  // namespace annals::csv
