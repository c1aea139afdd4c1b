#include <gtest/gtest.h>

#include "described.hpp"
#include "support/case_service.hpp"
#include "support/importing.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;
using Options = test::Editor::Options;

constexpr char const* karabakh = ANNALS_EXAMPLES "/karabakh";
constexpr char const* description = R"({"key": "d", "title": "D"})";

std::string bundle(std::string const& actors) {
  return test::zip_of({{"dataset.json", description}, {"actors.csv", "key,name,kind\n" + actors}});
}

class Import : public testing::Test {
 protected:
  Import() : editor_(database_.pool(), "Anahit") {}

  http::Response described(char const* operation, http::Response const& response) {
    for (auto const& difference : test::undescribed(test::operation(operation), response))
      ADD_FAILURE() << operation << ": " << difference;
    return response;
  }
  http::Response cancel(int number) {
    return described("cancel_import",
                     editor_.send("DELETE", "/v1/datasets/d/imports/" + std::to_string(number)));
  }
  int status(std::string const& target) { return editor_.get(target).status; }

  test::TestDatabase database_;
  test::ImportingEditor editor_;
};

TEST_F(Import, IsABatchThatEndsDone) {
  auto const posted = described("post_import", editor_.post("karabakh", test::zip_of_folder(karabakh)));
  ASSERT_EQ(posted.status, 202) << posted.body;
  EXPECT_EQ(test::header_of(posted, "Location"), "/v1/datasets/karabakh/imports/1");
  auto const queued = Json::parse(posted.body);
  EXPECT_EQ(queued["state"], "queued");
  EXPECT_EQ(queued["by"], "Anahit");
  auto const done = editor_.batch_past("karabakh", 1);
  EXPECT_EQ(done["state"], "done") << done;
  EXPECT_EQ(done["inserted"], 207);
  EXPECT_EQ(done["rows_read"], 228);
  EXPECT_EQ(done["bytes_read"], done["bytes_total"]);
  described("get_import", editor_.get("/v1/datasets/karabakh/imports/1"));
  EXPECT_EQ(editor_.json("/v1/datasets/karabakh/events?total=true")["total"], 30);
  EXPECT_EQ(editor_.json("/v1/datasets/karabakh/changes?limit=1")["items"][0]["by"], "Anahit");
}

TEST_F(Import, ChangesNothingTheSecondTimeAndIsListedAllTheSame) {
  auto const file = test::zip_of_folder(karabakh);
  editor_.import("karabakh", file);
  auto const again = editor_.import("karabakh", file);
  EXPECT_EQ(again["state"], "done");
  EXPECT_EQ(again["inserted"], 0);
  EXPECT_EQ(again["unchanged"], 207);
  auto const list =
      Json::parse(described("list_imports", editor_.get("/v1/datasets/karabakh/imports?limit=1")).body);
  EXPECT_EQ(list["items"].size(), 1U);
  EXPECT_EQ(list["items"][0]["number"], 2);
  EXPECT_EQ(editor_.json(list["next"])["items"][0]["number"], 1);
}

TEST_F(Import, TellsEveryFaultWithTheRowAsItStood) {
  auto const file = test::zip_of({{"dataset.json", description},
                                  {"actors.csv",
                                   "key,name,kind\na,\"A, a\",king\n..,,state\nc,C,state\nc,C,state\n"
                                   "d,D\xFF,state\n"},
                                  {"events.csv",
                                   "key,title,type,status,participants\n"
                                   "e,E,talks,occurred,party:c\nf,F,talks,occurred,party:nobody\n"}});
  auto const batch = editor_.import("d", file);
  EXPECT_EQ(batch["state"], "failed");
  EXPECT_EQ(batch["problem"], "invalid-input");
  EXPECT_EQ(batch["rejected"], 4) << batch;
  EXPECT_EQ(batch["warnings"], 1);
  EXPECT_EQ(batch["errors"].size(), 5U);
  EXPECT_EQ(batch["errors"][0]["file"], "actors.csv");
  EXPECT_EQ(batch["errors"][0]["line"], 2);
  auto const errors = described("get_import_errors", editor_.get("/v1/datasets/d/imports/1/errors.csv"));
  EXPECT_EQ(test::body_of(errors),
            "annals_file,annals_line,annals_severity,annals_column,annals_code,annals_message,annals_row\n"
            "actors.csv,2,error,kind,invalid-value,\"must be one of state, de_facto_state, "
            "government_agency, armed_force, armed_group, militia, political_group, "
            "international_organisation, company, media, population, person, unnamed_source, "
            "other\",\"a,\"\"A, a\"\",king\"\n"
            "actors.csv,3,error,key|name,invalid-key|required,\"is no key: a letter or digit, then at most "
            "119 letters, digits, '.', '_', ':' or '-'|is missing\",\"..,,state\"\n"
            "actors.csv,5,warning,key,duplicate-key,\"the key c stands in line 4 already, with the same "
            "values\",\"c,C,state\"\n"
            "actors.csv,6,error,name,bad-text,is not UTF-8 (position 1),\"d,D\xEF\xBF\xBD,state\"\n"
            "events.csv,3,error,participants,unknown-reference,\"names nobody, which is neither in the "
            "bundle nor in the dataset\",\"f,F,talks,occurred,party:nobody\"\n");
  EXPECT_EQ(status("/v1/datasets/d"), 404) << "nothing is stored";
}

TEST_F(Import, CanBeTriedOnly) {
  editor_.import("d", bundle("a,A,state\nb,B,state\n"));
  auto const tried = editor_.import("d", bundle("a,A,state\nb,Other,state\nc,C,state\n"), "?dry_run=true");
  EXPECT_EQ(tried["state"], "done");
  EXPECT_EQ(tried["dry_run"], true);
  EXPECT_EQ((std::array<int, 3>{tried["inserted"], tried["updated"], tried["unchanged"]}),
            (std::array<int, 3>{1, 1, 1}));
  EXPECT_EQ(status("/v1/datasets/d/actors/c"), 404);
  EXPECT_EQ(editor_.import("absent", bundle("a,A,state\n"), "?dry_run=true")["problem"], "invalid-value")
      << "the bundle names another dataset";
  EXPECT_EQ(status("/v1/datasets/absent"), 404);
}

TEST_F(Import, IsRefusedBeforeItIsRead) {
  auto const file = bundle("a,A,state\n");
  Options options;
  options.anonymous = true;
  EXPECT_EQ(described("post_import", editor_.post("d", file, options)).status, 401);
  for (auto const* path : {"/v1/datasets/d/imports", "/v1/datasets/d/imports/1"}) {
    EXPECT_EQ(editor_.send("GET", path, "", options).status, 401) << path;
    EXPECT_EQ(editor_.get(path).status, 404) << path;
  }
  EXPECT_EQ(editor_.get("/v1/datasets/d/imports/x").status, 404);
  options = {};
  for (auto const* type : {"text/plain", "text/csv", ""}) {
    options.content_type = type;
    EXPECT_EQ(described("post_import", editor_.post("d", file, options)).status, 415) << type;
  }
  options = {};
  options.content_encoding = "br";
  EXPECT_EQ(editor_.post("d", file, options).status, 415);
  for (auto const* query :
       {"?profile=none", "?on_error=skip", "?missing=delete", "?encoding=utf-8", "?delimiter=%0A",
        "?delimiter=%22", "?dry_run=yes", "?on_error=stop", "?date_order=x", "?colour=red"})
    EXPECT_EQ(test::problem_of(described("post_import", editor_.post("d", file, {}, query))),
              "invalid-parameter")
        << query;
  EXPECT_EQ(editor_.post("a..b", file).status, 404);
}

TEST_F(Import, OfACutFileLeavesNothing) {
  Options options;
  options.is_cut = true;
  EXPECT_EQ(test::problem_of(described("post_import", editor_.post("d", bundle("a,A,state\n"), options))),
            "upload-incomplete");
  EXPECT_EQ(status("/v1/datasets/d/imports"), 404);
}

TEST_F(Import, ComesAsAFormToo) {
  auto const file = bundle("a,A,state\n");
  Options options;
  options.content_type = "multipart/form-data; boundary=x-y";
  auto const head =
      "--x-y\r\nContent-Disposition: form-data; name=\"f\"; filename=\"C:\\\\my \\\"d\\\".zip\"\r\n"
      "Content-Type: application/zip\r\n\r\n";
  auto const response = editor_.post("d", head + file + "\r\n--x-y--\r\n", options);
  ASSERT_EQ(response.status, 202) << response.body;
  EXPECT_EQ(Json::parse(response.body)["file_name"], "my \"d\".zip");
  EXPECT_EQ(editor_.batch_past("d", 1)["inserted"], 1);
  for (auto const& wrong :
       {head + file, head + file + "\r\n--x-y\r\n", std::string("--x-y--\r\n"), std::string("--z\r\n"),
        head + std::string(9000, 'x').insert(0, "\r\n--x-y\r\nA: ") + "\r\n\r\n",
        "--x-y\r\nA: " + std::string(std::size_t{1} << 20, 'x') + "\r\n\r\n\r\n--x-y--"}) {
    EXPECT_EQ(test::problem_of(described("post_import", editor_.post("d", wrong, options))), "bad-multipart")
        << wrong.substr(0, 80);
  }
  options.content_type = "multipart/form-data";
  EXPECT_EQ(test::problem_of(editor_.post("d", head, options)), "bad-multipart");
}

TEST_F(Import, IsRepeatedOnce) {
  Options options;
  options.idempotency_key = "one";
  auto const first = editor_.post("d", bundle("a,A,state\n"), options);
  EXPECT_EQ(editor_.batch_past("d", 1)["state"], "done");
  auto const again = editor_.post("d", bundle("a,A,state\n"), options);
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(test::problem_of(editor_.post("d", bundle("b,B,state\n"), options)), "key-reused");
  EXPECT_EQ(editor_.json("/v1/datasets/d/imports?total=true")["total"], 1);
}

TEST_F(Import, OfWhatIsNoZipFails) {
  auto const batch = editor_.import("d", "not a zip");
  EXPECT_EQ(batch["state"], "failed");
  EXPECT_EQ(batch["problem"], "bad-zip");
  EXPECT_EQ(batch["finished_at"].is_null(), false);
}

TEST_F(Import, WaitsIsCancelledAndNoMoreWaitThanMay) {
  {
    test::HeldDataset const held(database_, "d");
    for (int number = 1; number <= 1 + service::ImportQueue::places_max; ++number) {
      ASSERT_EQ(editor_.post("d", bundle("a,A,state\n")).status, 202);
      if (number == 1) {
        EXPECT_EQ(editor_.batch_past("d", 1, {"queued"})["state"], "running");
      }
    }
    auto const refused = described("post_import", editor_.post("d", bundle("a,A,state\n")));
    EXPECT_EQ(test::problem_of(refused), "busy");
    EXPECT_NE(test::header_of(refused, "Retry-After"), "");
    auto const queued = cancel(2);
    EXPECT_EQ(queued.status, 200);
    EXPECT_EQ(Json::parse(queued.body)["state"], "cancelled");
    EXPECT_EQ(cancel(1).status, 202)
        << "what runs waits for the dataset in the database, and is stopped there";
    EXPECT_EQ(editor_.batch_past("d", 1)["state"], "cancelled");
  }
  EXPECT_EQ(editor_.batch_past("d", 9)["state"], "done");
  EXPECT_EQ(editor_.batch("d", 2)["state"], "cancelled");
  EXPECT_EQ(test::problem_of(cancel(3)), "wrong-state");
  EXPECT_EQ(cancel(99).status, 404);
  EXPECT_EQ(editor_.json("/v1/datasets/d/changes")["items"].size(), 2U) << "the dataset and its actor, once";
}

TEST_F(Import, GoesWithItsDatasetAndTheNumbersGoOn) {
  editor_.import("d", bundle("a,A,state\n"));
  EXPECT_EQ(editor_.remove("d?cascade=true").status, 204);
  EXPECT_EQ(status("/v1/datasets/d/imports"), 404);
  EXPECT_EQ(status("/v1/datasets/d/imports/1"), 404);
  EXPECT_EQ(editor_.import("d", bundle("a,A,state\n"))["number"], 2);
}

}  // namespace
}  // namespace annals
