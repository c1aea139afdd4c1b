#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "described.hpp"
#include "support/case_service.hpp"
#include "support/importing.hpp"
#include "support/process.hpp"

namespace annals {
namespace {

using Options = test::Editor::Options;

class ListImports : public testing::Test {
 protected:
  ListImports() : editor_(database_.pool(), "Anahit") {}

  nlohmann::json import(std::string const& dataset, std::string const& text, std::string const& query) {
    Options options;
    options.content_type = "text/csv";
    auto const response = editor_.post(dataset, text, options, query);
    EXPECT_EQ(response.status, 202) << response.body;
    if (response.status != 202) return {};
    return editor_.batch_past(dataset, nlohmann::json::parse(response.body)["number"]);
  }
  std::string bundle(std::string const& dataset) {
    return test::body_of(editor_.get("/v1/datasets/" + dataset + "/bundle.zip"));
  }
  std::string titles(std::string const& dataset) {
    auto const list = editor_.json("/v1/datasets/" + dataset + "/events?undated=include");
    std::string all;
    for (auto const& item : list["items"]) all += item["title"].get<std::string>() + "|";
    return all;
  }

  test::TestDatabase database_;
  test::ImportingEditor editor_;
};

/// Text of characters below U+0100, two bytes each.
std::string utf_16(std::string const& latin_1, bool little) {
  std::string bytes = little ? "\xFF\xFE" : "\xFE\xFF";
  for (char const c : latin_1) (bytes += little ? c : '\0') += little ? '\0' : c;
  return bytes;
}

TEST_F(ListImports, ComeOutOfEveryEncodingTheSame) {
  std::string const latin_1 =
      "key,title,type,date\na,Orl\xE9"
      "ans \xAB la paix \xBB,talks,2020\n";
  std::string utf_8;
  for (char const c : latin_1) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      utf_8 += c;
    } else {
      (utf_8 += static_cast<char>(0xC0 | (byte >> 6))) += static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
  std::vector<std::pair<std::string, std::string>> const files{{utf_8, ""},
                                                               {"\xEF\xBB\xBF" + utf_8, ""},
                                                               {utf_16(latin_1, true), ""},
                                                               {utf_16(latin_1, false), ""},
                                                               {latin_1, "&encoding=iso-8859-1"},
                                                               {latin_1, "&encoding=windows-1252"}};
  for (std::size_t i = 0; i < files.size(); ++i) {
    auto const dataset = "d" + std::to_string(i);
    EXPECT_EQ(import(dataset, files[i].first, "?profile=generic" + files[i].second)["state"], "done") << i;
    EXPECT_EQ(titles(dataset), "Orléans « la paix »|") << i;
  }
  EXPECT_EQ(import("ru", "key;title;type;date\na;\xCC\xE8\xF0;talks;2020\n",
                   "?profile=generic&encoding=windows-1251")["state"],
            "done");
  EXPECT_EQ(titles("ru"), "Мир|");
  auto const bad = import("bad", latin_1, "?profile=generic");
  EXPECT_EQ(bad["problem"], "bad-encoding");
  EXPECT_EQ(bad["errors"][0]["line"], 2);
}

TEST_F(ListImports, WhatWasRejectedIsMendedAndSentAgainAsItIs) {
  std::string const good =
      "key,title,type,date_start,date_end,actor1,place_name\n"
      "a,\"First, with a comma\",talks,2020-01-01,2020-01-05,Someone,Here\n"
      "b,Second,talks,2020-02-28,,Someone else,There\n"
      "c,\"Third \"\"quoted\"\"\",talks,2020-03-01,,Someone,Here\n";
  auto bad = good;
  bad.replace(bad.find("2020-02-28"), 10, "2020-02-30");
  bad.replace(bad.find("c,\"Third"), 1, "");
  EXPECT_EQ(import("clean", good, "?profile=generic")["inserted"], 3 + 2 + 2);
  auto const batch = import("d", bad, "?profile=generic&on_error=skip");
  EXPECT_EQ(batch["state"], "done");
  EXPECT_EQ(batch["rejected"], 2);
  EXPECT_EQ(batch["rows_read"], 3);
  auto errors = test::body_of(editor_.get("/v1/datasets/d/imports/1/errors.csv"));
  EXPECT_EQ(errors.substr(0, errors.find('\n')),
            "annals_line,annals_severity,annals_column,annals_code,annals_message,key,title,type,date_start,"
            "date_end,actor1,"
            "place_name");
  ASSERT_NE(errors.find("3,error,date_start,invalid-date,"), std::string::npos) << errors;
  ASSERT_NE(errors.find("4,error,key,required,"), std::string::npos) << errors;
  errors.replace(errors.find("2020-02-30"), 10, "2020-02-28");
  errors.replace(errors.find(",\"Third"), 1, "c,");
  auto const mended = import("d", errors, "?profile=generic");
  EXPECT_EQ(mended["state"], "done") << mended;
  EXPECT_EQ(mended["rows_read"], 2);
  for (auto const* collection : {"events", "actors", "places"}) {
    auto const rows = [&](std::string const& dataset) {
      auto text = test::body_of(editor_.get("/v1/datasets/" + dataset + "/bundle.zip"));
      auto list = editor_.json("/v1/datasets/" + dataset + "/" + collection);
      for (auto& item : list["items"]) {
        for (auto const* member : {"dataset", "created_at", "updated_at"}) item.erase(member);
      }
      return list["items"].dump();
    };
    EXPECT_EQ(rows("d"), rows("clean")) << collection;
  }
}

TEST_F(ListImports, OfWhatWasRejectedDoNotMissTheRest) {
  import("d", "key,title,type,date\na,A,talks,2020-01-01\nb,,talks,2020-01-01\nc,C,talks,2020-01-01\n",
         "?profile=generic&on_error=skip");
  auto errors = test::body_of(editor_.get("/v1/datasets/d/imports/1/errors.csv"));
  errors.replace(errors.find("b,,talks"), 2, "b,B");
  auto const mended = import("d", errors, "?profile=generic&missing=delete");
  EXPECT_EQ(mended["state"], "done");
  EXPECT_EQ(mended["warnings"], 0);
  EXPECT_EQ(titles("d"), "A|B|C|");
}

TEST_F(ListImports, UndoneLeaveTheBundleAsItWas) {
  import("d", "key,title,type,date,actor1,quantities\na,A,talks,2020,Someone,troops=5\nb,B,talks,2021,,\n",
         "?profile=generic");
  auto const before = bundle("d");
  auto const later = import("d",
                            "key,title,type,date,actor1,place_name,source_url\na,A2,talks,2020,Other,Here,"
                            "https://a.example/1\nc,C,talks,,,,\n",
                            "?profile=generic");
  EXPECT_EQ(later["state"], "done");
  EXPECT_NE(bundle("d"), before);
  EXPECT_EQ(editor_.send("POST", "/v1/datasets/d/imports/2/undo").status, 200);
  EXPECT_EQ(bundle("d"), before);
}

TEST_F(ListImports, AreRefusedByWhatIsAskedWrongly) {
  Options options;
  options.content_type = "text/csv";
  for (auto const* query :
       {"?profile=generic&encoding=koi-9", "?profile=generic&delimiter=%0A", "?profile=generic&delimiter=x",
        "?profile=generic&date_order=yy", "?profile=excel"})
    EXPECT_EQ(test::problem_of(editor_.post("d", "key\n", options, query)), "invalid-parameter") << query;
}

TEST_F(ListImports, ReadByAMappingThatTheDatasetKeeps) {
  static_cast<void>(editor_.put("d", {{"title", "D"}}));
  auto const path = "/v1/datasets/d/mappings/our-sheet";
  EXPECT_EQ(editor_.get(path).status, 404);
  std::string const mapping =
      R"({"event": {"key": "{nr}", "title": "{what}[ in {where}]", "type": {"value": "{kind}", "codes": {"1": "talks"}}, "date": )"
      R"({"first": "{day}"}}, "file": {"date_order": "dmy"}})";
  EXPECT_EQ(editor_.send("PUT", path, mapping).status, 201);
  EXPECT_EQ(editor_.send("PUT", path, mapping).status, 200);
  EXPECT_EQ(nlohmann::json::parse(editor_.get(path).body), nlohmann::json::parse(mapping));
  auto const list = editor_.json("/v1/datasets/d/mappings");
  EXPECT_EQ(list["items"][0]["name"], "our-sheet");
  for (auto const* wrong : {"{}", R"({"event": {"key": "{a", "title": "t", "type": "t"}})",
                            R"({"event": {"key": "{a}"}, "x": 1})", "["})
    EXPECT_GE(editor_.send("PUT", path, wrong).status, 400) << wrong;
  EXPECT_EQ(editor_.send("PUT", "/v1/datasets/d/mappings/acled", mapping).status, 422)
      << "the name of a profile";
  EXPECT_EQ(import("d", "nr,what,where,kind,day\n7,Talks,Baku,1,31.12.2020\n", "?profile=our-sheet")["state"],
            "done");
  EXPECT_EQ(titles("d"), "Talks in Baku|");
  EXPECT_NE(bundle("d").find("mappings.json"), std::string::npos);
  EXPECT_EQ(editor_.send("DELETE", path).status, 204);
  EXPECT_EQ(editor_.get(path).status, 404);
  EXPECT_EQ(editor_.send("DELETE", path).status, 404);
  EXPECT_EQ(bundle("d").find("mappings.json"), std::string::npos);
}

TEST_F(ListImports, ComeBackFromTheWorkbookThatAListIsGivenAs) {
  import(
      "d",
      "key,title,type,date_start,date_end\na,First,talks,2020-01-01,2020-01-05\nb,\"Second, = 1\",talks,,\n",
      "?profile=generic");
  auto const workbook = editor_.get("/v1/datasets/d/events.xlsx?undated=include");
  ASSERT_EQ(workbook.status, 200);
  Options options;
  options.content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  auto const sent = editor_.post("copy", test::body_of(workbook), options, "?profile=generic");
  ASSERT_EQ(sent.status, 202) << sent.body;
  auto const batch = editor_.batch_past("copy", 1);
  EXPECT_EQ(batch["state"], "done") << batch;
  EXPECT_EQ(titles("copy"), titles("d"));
  EXPECT_EQ(editor_.json("/v1/datasets/copy/events/a")["date"]["edtf"], "[2020-01-01..2020-01-05]");
}

TEST_F(ListImports, ReadTheSheetOfAWorkbookThatIsAskedFor) {
  import("d", "key,title,type\na,First,talks\n", "?profile=generic");
  auto const workbook = test::body_of(editor_.get("/v1/datasets/d/events.xlsx?undated=include"));
  Options options;
  options.content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  auto const sent = [&](std::string const& dataset, std::string const& sheet) {
    EXPECT_EQ(editor_.post(dataset, workbook, options, "?profile=generic&sheet=" + sheet).status, 202);
    return editor_.batch_past(dataset, 1);
  };
  auto const read = sent("copy", "List");
  EXPECT_EQ(read["state"], "done") << read;
  EXPECT_EQ(read["sheet"], "List");
  EXPECT_EQ(titles("copy"), "First|");
  auto const refused = sent("other", "Tabelle1");
  EXPECT_EQ(refused["problem"], "invalid-parameter") << refused;
  EXPECT_NE(refused["detail"].get<std::string>().find("List"), std::string::npos) << "which there are";
  EXPECT_EQ(import("text", "key,title,type\na,First,talks\n", "?profile=generic&sheet=List")["problem"],
            "invalid-parameter");
}

TEST_F(ListImports, OfAWorkbookHaveRowsThatEndInEmptyCells) {
  auto const path = "/tmp/annals-sheet-" + std::to_string(getpid()) + ".xlsx";
  auto const program =
      "import openpyxl; b = openpyxl.Workbook(); s = b.active; s.append(['key', 'title', 'type', 'note']); "
      "s.append(['a', 'First', 'talks', None]); s.append(['b', 'Second', 'talks', 'one']); b.save('" +
      path + "')";
  ASSERT_EQ(std::system(("/usr/bin/python3 -c \"" + program + "\"").c_str()), 0);
  Options options;
  options.content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  EXPECT_EQ(editor_.post("d", test::read_file(path), options, "?profile=generic").status, 202);
  std::filesystem::remove(path);
  EXPECT_EQ(editor_.batch_past("d", 1)["state"], "done");
  EXPECT_EQ(titles("d"), "First|Second|");
}

TEST_F(ListImports, OfAListOfOursTakeAwayWhatKeepsSpreadsheetsFromRunningIt) {
  import("d", "key,title,type,date,description\na,=1+1,talks,2020,'kept\n", "?profile=generic");
  auto const list = test::body_of(editor_.get("/v1/datasets/d/events.csv"));
  ASSERT_NE(list.find("'=1+1"), std::string::npos);
  EXPECT_EQ(import("copy", list, "?profile=generic")["state"], "done");
  EXPECT_EQ(titles("copy"), "=1+1|");
  EXPECT_EQ(editor_.json("/v1/datasets/copy/events/a")["description"], "'kept") << "whose quote is its own";
}

TEST_F(ListImports, MakeNoDatasetLargerThanItMayBe) {
  std::string many = "key,title,type,description\n";
  for (int i = 0; i < 5000; ++i)
    many += "e" + std::to_string(i) + ",Talks,talks," + std::string(300, 'x') + std::to_string(i) + "\n";
  test::ImportingEditor limited(database_.pool(), "Limited", 2 << 20);
  Options options;
  options.content_type = "text/csv";
  ASSERT_EQ(limited.post("d", many, options, "?profile=generic").status, 202);
  EXPECT_EQ(limited.batch_past("d", 1)["problem"], "quota");
  EXPECT_EQ(limited.get("/v1/datasets/d").status, 404) << "nothing of it is left";
  ASSERT_EQ(limited.post("d", "key,title,type\na,First,talks\n", options, "?profile=generic").status, 202);
  EXPECT_EQ(limited.batch_past("d", 2)["state"], "done") << "what is smaller is taken";

  EXPECT_EQ(import("d", many, "?profile=generic")["state"], "done") << "without a quota";
  auto const refused = limited.post("d", "key,title,type\nb,Second,talks\n", options, "?profile=generic");
  EXPECT_EQ(refused.status, 507);
  EXPECT_EQ(test::problem_of(refused), "quota");
}

TEST_F(ListImports, OfAListOfOursAsItIsChangeNothing) {
  import("d",
         "key,title,type,date,country,place_name,lat,lon,actor1,quantities,source_title,colour\n"
         "a,First,talks,2020-10~,AM,Goris,39.5,46.3,Anna,killed=1..2,Paper,red\nb,Second,talks,,,,,,,,,\n",
         "?profile=generic");
  auto const before = bundle("d");
  for (auto const* format : {"csv", "xlsx"}) {
    auto const list = editor_.get(std::string("/v1/datasets/d/events.") + format + "?undated=include");
    Options options;
    options.content_type = list.content_type;
    auto const sent = editor_.post("d", test::body_of(list), options, "?profile=generic");
    ASSERT_EQ(sent.status, 202) << sent.body;
    auto const batch = editor_.batch_past("d", nlohmann::json::parse(sent.body)["number"]);
    EXPECT_EQ(batch["state"], "done") << batch;
    EXPECT_EQ(batch["updated"], 0) << format << batch;
    EXPECT_EQ(bundle("d"), before) << format;
  }
}

struct Hostile {
  char const* name;
  std::string text;
  std::string problem;
};
TEST_F(ListImports, OfHostileFilesFailWithWhatIsWrong) {
  std::string const header = "key,title,type,date\n";
  std::vector<Hostile> const files{
      {"C1", header + "a,\"" + std::string(2'000'000, 'x'), "quote-not-closed"},
      {"C1 short", header + "a,\"never closed\n", "quote-not-closed"},
      {"C2 a long line", header + std::string(1'100'000, 'x'), "row-too-long"},
      {"C2 many columns", header + std::string(100'000, ','), "too-many-columns"},
      {"C2 empty", "", "empty-file"},
      {"C4 twice", "key,title,Title,type\na,A,A,talks\n", "duplicate-column"},
      {"C4 but for what nobody sees", "key,title,ti\u200Btle,type\na,A,A,talks\n", "duplicate-column"},
      {"C4 NUL", std::string("ke\0y,title\na,A\n", 15), "bad-text"},
      {"C5 a header in another encoding",
       "key,title,type,Gr\xF6\xDF"
       "e\na,A,talks,1\n",
       "bad-encoding"},
      {"a header that is misquoted", "key,title,type,\"more\" or less\na,A,talks,1\n", "invalid-value"},
      {"C8", header + "a,A,talks,2020\na,B,talks,2020\n", "duplicate-key"},
      {"C11 cut gzip", std::string("\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\x03\x01", 11), "bad-gzip"},
      {"D2", header + "a,A,talks,2021-02-30\n", "invalid-date"},
      {"no key", "title,type\nA,talks\n", "required"}};
  for (auto const& file : files) {
    auto const batch = import("h", file.text, "?profile=generic");
    EXPECT_EQ(batch["state"], "failed") << file.name;
    EXPECT_EQ(batch["problem"], file.problem) << file.name << batch;
  }
  EXPECT_EQ(import("h", header, "?profile=generic")["rows_read"], 0) << "only a header";
  EXPECT_EQ(editor_.json("/v1/datasets/h/events")["items"].size(), 0U);
}

TEST_F(ListImports, TakeADelimiterByItsNameOrAsItIs) {
  for (auto const* delimiter : {"semicolon", ";", "%3B"})
    EXPECT_EQ(import("d", "key;title;type;date\na;A;talks;2020\n",
                     "?profile=generic&delimiter=" + std::string(delimiter))["state"],
              "done")
        << delimiter;
  EXPECT_EQ(import("d", "key\ttitle\ttype\nb\tB\ttalks\n", "?profile=generic&delimiter=tab")["state"],
            "done");
}

TEST_F(ListImports, FindADelimiterAmongTenThousandOthers) {
  auto const batch =
      import("d", "key;title;type;date;more\na;A;talks;2020;\"" + std::string(10'000, ',') + "\"\n",
             "?profile=generic");
  EXPECT_EQ(batch["state"], "done") << batch;
  EXPECT_EQ(titles("d"), "A|");
}

}  // namespace
}  // namespace annals
