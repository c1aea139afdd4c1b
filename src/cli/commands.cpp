#include "cli/commands.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "base/error.hpp"
#include "cli/check.hpp"
#include "cli/database.hpp"
#include "cli/options.hpp"
#include "cli/print_timeline.hpp"
#include "cli/serve.hpp"
#include "db/key_store.hpp"
#include "db/sql_error.hpp"
#include "service/export_bundle.hpp"
#include "service/import_file.hpp"

namespace annals::cli {
namespace {

std::string place_of(Fault const& fault) {
  std::string text = fault.file;
  auto const add = [&](std::string const& part) { text += (text.empty() ? "" : ", ") + part; };
  if (fault.line) add("line " + std::to_string(*fault.line));
  if (!fault.field.empty()) add(fault.field);
  if (fault.position) add("position " + std::to_string(*fault.position));
  return text;
}

void print_faults(std::vector<Fault> const& faults) {
  for (auto const& fault : faults) {
    std::cerr << "  " << place_of(fault) << ": " << fault.message << " (" << name(fault.code) << ")\n";
  }
}

std::string read_text(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(Problem::not_found, "cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Of the bytes read so far, on a terminal; what is read is then stored, which takes as long again.
void print_progress(db::BatchProgress const& progress) {
  if (progress.bytes_total == 0) return;
  auto const percent = std::min<std::int64_t>(100, 100 * progress.bytes_read / progress.bytes_total);
  std::cerr << '\r' << std::string(static_cast<std::size_t>(percent / 4), '#')
            << std::string(static_cast<std::size_t>(25 - percent / 4), '.') << ' ' << percent << " %, "
            << progress.rows_read << " rows " << std::flush;
}

void import(Options const& options) {
  Database database(options);
  auto import = options.import;
  import.dataset = options.dataset;
  if (!options.mapping_file.empty()) {
    import.profile = std::filesystem::path(options.mapping_file).stem().string();
    import.mapping = read_text(options.mapping_file);
  }
  bool const is_watched = isatty(STDERR_FILENO) == 1;
  auto const result = service::import_file(database.pool(), options.path, std::move(import),
                                           is_watched ? print_progress : service::Importer::Watch());
  if (is_watched) std::cerr << "\r\033[K";
  std::cout << result.dataset << ": " << result.rows_read << " rows read, " << result.counts.inserted
            << " inserted, " << result.counts.updated << " updated, " << result.counts.unchanged
            << " unchanged"
            << (result.rejected > 0 ? ", " + std::to_string(result.rejected) + " rejected" : "")
            << (options.import.dry_run ? "; only tried, nothing is stored" : "") << '\n';
  print_faults(result.faults);
  print_faults(result.warnings);
}

void export_(Options const& options) {
  Database database(options);
  db::Reading reading(database.pool(), db::View{{}, db::Clearance::editor});
  std::filesystem::path const path = options.path;
  bool const is_zip = path.extension() == ".zip";
  csv::TemporaryFolder const folder;
  csv::BundleWriter bundle(is_zip ? folder.path() : path);
  service::export_bundle(reading.transaction(), options.dataset, bundle);
  if (is_zip) csv::write_zip(folder.path(), bundle.names(), path);
  std::cout << path.string() << ": " << bundle.names().size() << " files\n";
}

void create_key(Options const& options) {
  Database database(options);
  std::string key;
  database.pool().in_transaction(db::Access::write, [&](db::Transaction& transaction) {
    key = db::create_key(transaction, options.key_name);
  });
  std::cout << key << '\n';
}

void migrate(Options const& options) {
  Database database(options);
  std::cout << database.migrated() << " migrations applied\n";
}

}  // namespace

int run(int count, char** arguments) {
  Options options;
  options.data = geteuid() == 0 ? "/var/lib/annals" : "annals-data";
  CLI::App app("Annals: timelines of dated events, claims and sources", "annals");
  app.require_subcommand(1);
  auto const command = [&](char const* name, char const* text, void (*work)(Options const&)) {
    auto* sub = app.add_subcommand(name, text);
    sub->add_option("--data", options.data, "folder of the private PostgreSQL")->capture_default_str();
    sub->add_option("--database", options.database, "postgresql://… of a database of yours instead")
        ->envname("ANNALS_DATABASE");
    sub->add_option("--database-password-file", options.password_file,
                    "file with the password of that database's user")
        ->envname("ANNALS_DATABASE_PASSWORD_FILE");
    if (work != nullptr) sub->callback([work, &options] { work(options); });
    return sub;
  };
  auto* const importing =
      command("import", "load a bundle (a folder or a zip of CSV files) or an event list", import);
  importing->add_option("path", options.path, "the folder, zip or list")->required();
  importing->add_option("--dataset", options.dataset, "key of the dataset, instead of dataset.json's");
  auto& import = options.import;
  importing->add_option("--mapping", options.mapping_file,
                        "file with a mapping, to be read by instead of a profile");
  importing
      ->add_option("--profile", import.profile,
                   "bundle, ucdp-ged, acled, gdelt-events, generic or a mapping of the dataset")
      ->capture_default_str();
  std::map<std::string, service::OnError> const on_error{{"abort", service::OnError::abort},
                                                         {"skip", service::OnError::skip}};
  importing
      ->add_option("--on-error", import.on_error,
                   "abort: one bad row and nothing is stored; skip: the good rows are")
      ->transform(CLI::CheckedTransformer(on_error));
  std::map<std::string, service::Missing> const missing{{"keep", service::Missing::keep},
                                                        {"delete", service::Missing::drop}};
  importing
      ->add_option("--missing", import.missing,
                   "what a newer release of a list has no more: keep or delete it")
      ->transform(CLI::CheckedTransformer(missing));
  importing->add_option("--encoding", import.encoding,
                        "of a list, such as windows-1251; else it is found out");
  importing->add_option("--delimiter", import.delimiter,
                        "of a list: comma, semicolon, tab or bar; else it is found out");
  importing->add_option("--date-order", import.date_order, "of a list's days of numbers: ymd, mdy or dmy");
  importing->add_option("--sheet", import.sheet, "of an Excel workbook; else its first");
  importing->add_flag("--dry-run", import.dry_run, "tell what would become of it, and store nothing");
  auto* const exporting = command("export", "write a dataset as a bundle: a folder, or a zip", export_);
  exporting->add_option("path", options.path, "the folder, or a file ending with .zip")->required();
  exporting->add_option("--dataset", options.dataset, "key of the dataset")->required();
  auto* const telling = command("timeline", "print a timeline", print_timeline);
  telling->add_option("--format", options.format, "that of its address, such as html or xlsx")
      ->check(CLI::IsMember(timeline_suffixes()))
      ->capture_default_str();
  telling->add_option("query", options.query, "filters as name=value, such as dataset=karabakh");
  auto* const serving = command("serve", "run the service until Ctrl-C", serve);
  auto* const checking = command("check", "look at all that the service needs, and say what is wrong", check);
  for (auto* each : {serving, checking}) {
    each->add_option("--listen", options.listen, "address and port")->capture_default_str();
    each->add_option("--web", options.web,
                     "folder of the page's files, instead of the one beside the program");
  }
  serving
      ->add_option("--quota", options.quota_mib,
                   "MiB that a dataset may have, without indexes: imports beyond are refused; 0 for no limit")
      ->check(CLI::Range(0, 1 << 30))
      ->capture_default_str();
  serving->add_option("--host", options.hosts, "a name under which the service is reached; may be repeated");
  serving
      ->add_option(
          "--front", options.front,
          "nginx; or files: make what nginx needs in the folder front of --data, for one of yours to "
          "be started on; or none, for another proxy, which then must hold what nginx holds")
      ->check(CLI::IsMember({"nginx", "files", "none"}))
      ->capture_default_str();
  command("migrate", "bring the database's schema up to date", migrate);
  auto* const keys = command("key", "keys of the service", nullptr);
  keys->require_subcommand(1);
  auto* const creating = keys->add_subcommand("create", "make an editor's key and print it, once");
  creating->fallthrough();  // --data and --database stand behind the last word too
  creating->add_option("--name", options.key_name, "whose it is")->capture_default_str();
  creating->callback([&options] { create_key(options); });
  try {
    app.parse(count, arguments);
    return 0;
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? 0 : 2;
  } catch (db::DatabaseError const& error) {
    std::cerr << "annals: " << error.what() << "\n  " << error.cause() << '\n';
  } catch (Error const& error) {
    std::cerr << "annals: " << error.what() << '\n';
    print_faults(error.faults());
  }
  return 1;
}

}  // namespace annals::cli
