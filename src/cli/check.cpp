#include "cli/check.hpp"

#include <unistd.h>

#include <filesystem>
#include <functional>
#include <iostream>

#include "base/error.hpp"
#include "cli/database.hpp"
#include "cli/page_files.hpp"
#include "db/sql_error.hpp"
#include "stack/child.hpp"
#include "stack/listen_address.hpp"
#include "stack/programs.hpp"

namespace annals::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t space_min = 1024ULL * 1024 * 1024;

class Report {
 public:
  /// `look` returns what it found, or throws what is wrong and how to mend it.
  void line(std::string const& what, std::function<std::string()> const& look) {
    std::string found;
    try {
      found = "ok       " + what + ": " + look();
    } catch (db::DatabaseError const& error) {
      found = "MISSING  " + what + ": " + error.what() + " (" + error.cause() + ")";
      ++wrong_;
    } catch (std::exception const& error) {
      found = "MISSING  " + what + ": " + error.what();
      ++wrong_;
    }
    std::cout << found << '\n';
  }
  [[nodiscard]] int wrong() const { return wrong_; }

 private:
  int wrong_ = 0;
};

[[noreturn]] void fail(std::string const& message) { throw Error(Problem::internal, message); }

std::string space_in(fs::path folder) {
  while (!fs::exists(folder)) folder = folder.parent_path();
  auto const free = fs::space(folder).available;
  auto text = std::to_string(free >> 20) + " MiB free";
  if (free < space_min) fail("only " + text + "; at least 1,024 MiB are wanted");
  if (access(folder.c_str(), W_OK) != 0) fail(folder.string() + " cannot be written");
  return text;
}

}  // namespace

void check(Options const& options) {
  Report report;
  auto const data = fs::absolute(options.data);
  if (options.database.empty()) {
    report.line("PostgreSQL", [] { return stack::postgres_programs().string(); });
    report.line("user of the database", [] {
      auto const user = stack::service_user();
      return user.name.empty() ? "uid " + std::to_string(user.uid) : user.name;
    });
  }
  report.line("nginx", [] {
    auto const program = stack::find_program("nginx");
    if (program.empty()) fail("not installed; install the package nginx-light");
    return program.string();
  });
  report.line("folder " + data.string(), [&] { return space_in(data); });
  report.line("page", [&] {
    auto const folder = page_files(options.web);
    if (folder.empty()) fail("not built; run scripts/web, or name its folder with --web");
    return folder.string();
  });
  report.line("address", [&] {
    auto const address = stack::ListenAddress::parse(options.listen);
    if (stack::answers(address)) return address.text() + " answers already";
    stack::check_free(address);
    return address.text() + " is free";
  });
  report.line("database", [&] {
    Database database(options);
    database.pool().check_statements();
    return "schema up to date, every statement valid";
  });
  if (report.wrong() > 0)
    throw Error(Problem::internal, std::to_string(report.wrong()) + " of these must be mended first");
}

}  // namespace annals::cli
