#include <gtest/gtest.h>

#include "base/error.hpp"
#include "http/handlers/import_answers.hpp"
#include "http/multipart.hpp"

namespace annals {
namespace {

constexpr char const* form_type = "Multipart/Form-Data; charset=utf-8; boundary=\"a b\"";

std::string read_form(std::string const& body, std::size_t piece) {
  std::string file;
  http::MultipartReader form(form_type, [&](std::string_view bytes) { file += bytes; });
  for (std::size_t at = 0; at < body.size(); at += piece) form.push(std::string_view(body).substr(at, piece));
  form.finish();
  return form.file_name().value_or("-") + ": " + file;
}

TEST(Multipart, GivesTheFileWhateverThePieces) {
  std::string const file("a\r\n--a\r\n--a c\0\r\r\n-- z\r\n", 23);
  auto const body =
      "preamble\r\n--a b \r\nContent-Type: text/csv\r\ncontent-DISPOSITION: form-data; filename=x.csv; "
      "name=f\r\n"
      "\r\n" +
      file + "\r\n--a b--\r\nepilogue";
  for (std::size_t piece = 1; piece <= 40; ++piece)
    EXPECT_EQ(read_form(body, piece), "x.csv: " + file) << piece;
}

TEST(Multipart, GivesAnEmptyFileToo) {
  for (std::size_t piece = 1; piece <= 20; ++piece)
    EXPECT_EQ(read_form("--a b\r\n\r\n\r\n--a b--", piece), "-: ");
}

TEST(Multipart, TakesNoPathForAName) {
  EXPECT_EQ(http::file_name_of("attachment; filename=\"../../etc/passwd\""), "passwd");
  EXPECT_EQ(http::file_name_of("attachment; filename=\"C:\\\\a\\\\b.csv\""), "b.csv");
  EXPECT_EQ(http::file_name_of("attachment; filename=\"a\x01\nb\""),
            "a\xEF\xBF\xBD\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(http::file_name_of("attachment"), std::nullopt);
  EXPECT_EQ(http::file_name_of("attachment; filename=\"/\""), std::nullopt);
}

TEST(BatchErrors, CanBeSentAgainAsTheyAre) {
  db::Batch batch{};
  batch.header = {"key", "title", "Date"};
  std::string text;
  http::BatchErrorsCsv csv(batch, [&](std::string_view piece) { text += piece; });
  csv.add({"", 2, 1, true, "title", "required", "is missing", std::vector<std::string>{"a", "", "=1+1"}});
  csv.add({"", 2, 2, false, "Date", "invalid-date", "is a|b", {}});
  csv.add({"", 7, 3, false, "key", "duplicate-key", "twice", std::vector<std::string>{"b, c", "x", "2024"}});
  csv.add({"", 9, 4, true, "", "wrong-column-count", "has 1 cell", std::vector<std::string>{"lonely"}});
  csv.finish();
  EXPECT_EQ(text,
            "annals_line,annals_severity,annals_column,annals_code,annals_message,key,title,Date\n"
            "2,error,title|Date,required|invalid-date,is missing|is a\\|b,a,,=1+1\n"
            "7,warning,key,duplicate-key,twice,\"b, c\",x,2024\n"
            "9,error,,wrong-column-count,has 1 cell,lonely\n");
}

}  // namespace
}  // namespace annals
