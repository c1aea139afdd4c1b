#include "service/import_bundle.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "csv/bundle_files.hpp"
#include "csv/tokenizer.hpp"
#include "db/sql_error.hpp"
#include "domain/country.hpp"
#include "service/bundle_rows.hpp"
#include "wire/json_text.hpp"

namespace annals::service {
namespace {

constexpr std::int64_t rows_max = 10'000'000;
constexpr std::size_t json_bytes_max = 1 << 20;
constexpr std::size_t kept_bytes_max = 16 << 20;
constexpr char const* dataset_file = "dataset.json";
constexpr char const* package_file = "datapackage.json";

/// The same faults as of `file`.
void add_faults(FaultList& faults, Error const& error, std::string const& file) {
  for (auto fault : error.faults()) {
    fault.file = file;
    faults.add(std::move(fault));
  }
  if (error.faults().empty()) faults.add({"", error.problem(), error.what(), {}, {}, file});
}

/// Files that are written back as they came.
bool is_kept(std::string const& name) { return name == "mappings.json" || name.starts_with("snapshots/"); }

class BundleImport {
 public:
  BundleImport(csv::BundleFiles& files, std::string file_name)
      : files_(files), file_name_(std::move(file_name)) {}

  /// Reads dataset.json; all that is wrong with the bundle but for its rows.
  void look_at_files(std::optional<std::string> const& dataset) {
    check_names();
    early_warnings_ = warnings_;
    check_package();
    read_description();
    if (dataset) description_.key = *dataset;
    if (description_.key.empty() && faults_.empty()) {
      throw Error(Problem::required,
                  "the bundle has no dataset.json; give the dataset's key with the import");
    }
    if (dataset && !is_key(*dataset)) throw Error(Problem::invalid_key, "the dataset's key is no key");
    if (description_.title.empty()) description_.title = description_.key;
  }

  ImportResult run(db::Transaction& transaction) {
    FaultList const before = faults_;  // the transaction may run again
    ImportResult result;
    rows_read_ = 0;
    warnings_ = early_warnings_;
    rejected_.clear();
    db::ImportStore store(transaction, description_);
    for (auto const& table : bundle_tables()) {
      if (files_.has(std::string(table.file))) stage(table, store);
    }
    check_sets(store);
    faults_.sort(order());
    faults_.refuse(file_name_);
    for (auto const& name : files_.names()) {
      if (is_kept(name)) store.keep_file(name, files_.whole(name, kept_bytes_max));
    }
    result.counts = store.merge(file_name_, rows_read_, static_cast<std::int64_t>(warnings_.count()));
    result.dataset = description_.key;
    result.rows_read = rows_read_;
    result.warnings = warnings_.kept();
    faults_ = before;
    return result;
  }

 private:
  static std::vector<std::string> order() {
    std::vector<std::string> files{dataset_file, package_file};
    for (auto const& table : bundle_tables()) files.emplace_back(table.file);
    return files;
  }

  // A misspelt file name must not drop its rows in silence.
  void check_names() {
    auto const known = order();
    for (auto const& name : files_.names()) {
      bool const is_ours = std::find(known.begin(), known.end(), name) != known.end() || is_kept(name);
      if (is_ours) continue;
      Fault fault{"", Problem::unknown_file, "is no file of a bundle", {}, {}, quote_for_message(name)};
      name.ends_with(".csv") ? faults_.add(std::move(fault)) : warnings_.add(std::move(fault));
    }
  }

  void check_package() {
    if (!files_.has(package_file)) return;
    try {
      for (auto const& path : wire::package_paths(files_.whole(package_file, json_bytes_max))) {
        if (files_.has(path)) continue;
        faults_.add({"/resources",
                     Problem::bad_package,
                     "names " + quote_for_message(path) + ", which is no file of the bundle",
                     {},
                     {},
                     package_file});
      }
    } catch (Error const& error) {
      add_faults(faults_, error, package_file);
    }
  }

  void read_description() {
    if (!files_.has(dataset_file)) return;
    try {
      auto members = wire::text_members(
          files_.whole(dataset_file, json_bytes_max),
          {"key", "title", "description", "licence", "citation", "language", "visibility"});
      auto const fault = [&](std::string const& member, Problem code, std::string const& message) {
        faults_.add({"/" + member, code, message, {}, {}, dataset_file});
      };
      for (auto const& [member, value] : members) {
        if (!value) continue;
        std::size_t const most = member == "title" || member == "licence" ? 500 : 65536;
        if (auto const bad = check_text(*value, most)) fault(member, bad->code, bad->message);
      }
      description_.described = true;
      description_.key = members["key"].value_or("");
      description_.title = members["title"].value_or("");
      description_.description = members["description"];
      description_.licence = members["licence"];
      description_.citation = members["citation"];
      description_.language = members["language"];
      description_.visibility = members["visibility"].value_or("public");
      if (!description_.key.empty() && !is_key(description_.key)) {
        fault("key", Problem::invalid_key, "is no key");
      }
      if (description_.title.empty()) fault("title", Problem::required, "is missing");
      if (!from_word<Visibility>(description_.visibility)) {
        fault("visibility", Problem::invalid_value, must_be_one_of(words<Visibility>()));
      }
      if (description_.language && !is_language_tag(*description_.language)) {
        fault("language", Problem::invalid_value, "must be a language tag such as en (BCP 47)");
      }
    } catch (Error const& error) {
      add_faults(faults_, error, dataset_file);
    }
  }

  void stage(BundleTable const& table, db::ImportStore& store) {
    std::string const file(table.file);
    std::optional<csv::Header> header;
    auto copy = store.copy_in(std::string(table.stage), table.staged());
    auto const take = [&](csv::Record&& record) {
      if (!header) {
        header.emplace(record);
        check_header(table, *header);
        return;
      }
      if (++rows_read_ > rows_max) throw Error(Problem::too_many_rows, "has more than 10,000,000 rows");
      stage_row(table, file, *header, record, copy);
    };
    try {
      csv::Tokenizer tokenizer(take);
      files_.read(file, [&](std::string_view bytes) { tokenizer.push(bytes); });
      tokenizer.finish();
      if (!header) throw Error(Problem::empty_file, "has not even a header");
    } catch (db::DatabaseError const&) {
      throw;
    } catch (Error const& error) {
      add_faults(faults_, error, file);
      incomplete_ = true;
    }
    copy.finish();
  }

  static void check_header(BundleTable const& table, csv::Header const& header) {
    std::vector<Fault> faults;
    for (auto const column : table.required) {
      if (header.find(column)) continue;
      faults.push_back({std::string(column), Problem::required, "the column is missing", {}, 1, ""});
    }
    for (auto const& column : header.names()) {
      bool const known = std::find(table.columns.begin(), table.columns.end(), column) != table.columns.end();
      if (known || table.keeps_more) continue;
      faults.push_back(
          {quote_for_message(column), Problem::unknown_column, "there is no such column", {}, 1, ""});
    }
    if (!faults.empty()) throw Error(Problem::invalid_input, "the header is wrong", std::move(faults));
  }

  void stage_row(BundleTable const& table, std::string const& file, csv::Header const& header,
                 csv::Record const& record, db::CopyIn& copy) {
    if (record.cells.size() != header.size()) {
      faults_.add({"",
                   Problem::wrong_column_count,
                   "has " + std::to_string(record.cells.size()) + " cells under " +
                       std::to_string(header.size()) + " columns",
                   {},
                   record.line,
                   file});
      incomplete_ = true;
      return;
    }
    RowReader row(description_.key, {file, header, table.columns, faults_, warnings_}, record);
    table.stage_row(row, copy);
    if (row.ok() || rejected_.size() >= FaultList::kept_max) return;
    if (auto const at = header.find("key")) rejected_.emplace(table.stage, record.cells[*at]);
  }

  /// What only all rows together can tell: duplicates, keys that name nothing, cycles.
  void check_sets(db::ImportStore& store) {
    for (auto const& twice : store.find_duplicates()) {
      auto const message = "the key " + twice.key + " stands in line " + std::to_string(twice.first_line) +
                           " already, with " + (twice.equal ? "the same" : "other") + " values";
      Fault fault{"key", Problem::duplicate_key, message, {}, twice.line, file_of(twice.stage)};
      twice.equal ? warnings_.add(std::move(fault)) : faults_.add(std::move(fault));
    }
    // A row that was refused must not make faults of all that name it; and of too many, none is worth naming.
    if (incomplete_ || faults_.is_full()) return;
    for (auto const& missing : store.resolve()) {
      if (rejected_.contains({target_of(missing.stage, missing.column), missing.key})) continue;
      faults_.add(
          {missing.column,
           Problem::unknown_reference,
           "names " + quote_for_message(missing.key) + ", which is neither in the bundle nor in the dataset",
           {},
           missing.line,
           file_of(missing.stage)});
    }
    if (!faults_.empty()) return;
    for (auto const& cycle : store.find_cycles()) {
      faults_.add({cycle.column,
                   Problem::cycle,
                   cycle.key + " leads back to itself",
                   {},
                   cycle.line,
                   file_of(cycle.stage)});
    }
  }

  static std::string file_of(std::string const& stage) {
    for (auto const& table : bundle_tables()) {
      if (table.stage == stage) return std::string(table.file);
    }
    return "";
  }

  /// The kind of thing that `column` of a staged row names.
  static std::string target_of(std::string const& stage, std::string const& column) {
    if (column == "within" || column == "place") return "place";
    if (column == "republishes" || column == "source") return "source";
    if (column == "answers") return "claim";
    if (column == "event") return "event";
    if (column == "other") return stage == "event_relation" ? "event" : "actor";
    return "actor";  // claimant, participants, actor
  }

  csv::BundleFiles& files_;
  std::string file_name_;
  db::DatasetDescription description_;
  FaultList faults_;
  FaultList warnings_;
  FaultList early_warnings_;                                // of the bundle as a whole, before any row
  std::set<std::pair<std::string, std::string>> rejected_;  // (stage, key) of rows with faults
  bool incomplete_ = false;                                 // rows are missing whose keys are not known
  std::int64_t rows_read_ = 0;
};

}  // namespace

ImportResult import_bundle(db::Pool& pool, std::filesystem::path const& path,
                           std::optional<std::string> const& dataset) {
  csv::BundleFiles files(path);
  auto name = path.filename().empty() ? path.parent_path().filename() : path.filename();
  BundleImport import(files, name.string());
  import.look_at_files(dataset);
  ImportResult result;
  pool.in_transaction(db::Access::write,
                      [&](db::Transaction& transaction) { result = import.run(transaction); });
  return result;
}

}  // namespace annals::service
