#include "service/import_bundle.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "csv/bundle_files.hpp"
#include "csv/tokenizer.hpp"
#include "db/sql_error.hpp"
#include "domain/country.hpp"
#include "domain/parameter_values.hpp"
#include "domain/snapshot.hpp"
#include "service/bundle_rows.hpp"
#include "service/import_file.hpp"
#include "wire/json_text.hpp"
#include "wire/timeline_parts.hpp"

namespace annals::service {
namespace {

constexpr std::size_t json_bytes_max = 1 << 20;
constexpr std::size_t kept_bytes_max = 16 << 20;
constexpr char const* dataset_file = "dataset.json";
constexpr char const* package_file = "datapackage.json";

/// The same faults as of `file`.
void add_faults(RowReport& report, Error const& error, std::string const& file) {
  for (auto fault : error.faults()) {
    fault.file = file;
    report.fault(std::move(fault));
  }
  if (error.faults().empty()) report.fault({"", error.problem(), error.what(), {}, {}, file});
}

constexpr char const* mappings_file = "mappings.json";

/// Files that are written back as they came.
bool is_kept(std::string const& name) { return name == mappings_file || snapshot_at(name); }

class BundleImport : public ImportFormat {
 public:
  BundleImport(std::filesystem::path const& path, std::string dataset, bool renames)
      : files_(path), dataset_(std::move(dataset)), renames_(renames) {}

  db::DatasetDescription open(RowReport& report, ImportProgress& progress) override {
    report_ = &report;
    description_ = {};
    rejected_.clear();
    incomplete_ = false;
    std::uint64_t bytes = 0;
    for (auto const& table : bundle_tables()) bytes += files_.bytes(std::string(table.file));
    progress.expect(static_cast<std::int64_t>(bytes));
    check_names();
    check_package();
    read_description();
    check_key();
    if (description_.title.empty()) description_.title = description_.key;
    return description_;
  }

  void stage(db::ImportStore& store, RowReport&, ImportProgress& progress) override {
    for (auto const& table : bundle_tables()) {
      if (files_.has(std::string(table.file))) stage_file(table, store, progress);
    }
    check_sets(store);
    if (!report_->faults().empty()) return;
    if (files_.has(mappings_file))
      store.keep_file(mappings_file, files_.whole(mappings_file, kept_bytes_max));
    for (auto const& name : files_.names()) {
      if (auto head = snapshot_at(name)) keep_snapshot(store, name, std::move(*head));
    }
  }

  void give_cells(RowReport& report) override {
    for (auto const& [file, lines] : report.lines_without_cells()) {
      if (!files_.has(file)) continue;
      csv::Tokenizer tokenizer([&, &file = file, &lines = lines](csv::Record&& record) {
        if (lines.contains(record.line)) report.give_cells(file, record.line, record.cells);
      });
      try {
        files_.read(file, [&](std::string_view bytes) { tokenizer.push(bytes); });
        tokenizer.finish();
      } catch (Error const&) {
        continue;  // it has been told of as far as it can be read
      }
    }
  }

  [[nodiscard]] std::vector<std::string> files() const override {
    std::vector<std::string> files{dataset_file, package_file};
    for (auto const& table : bundle_tables()) files.emplace_back(table.file);
    return files;
  }

 private:
  // A misspelt file name must not drop its rows in silence.
  void check_names() {
    auto const known = files();
    for (auto const& name : files_.names()) {
      bool const is_ours = std::find(known.begin(), known.end(), name) != known.end() || is_kept(name);
      if (is_ours) continue;
      Fault fault{"", Problem::unknown_file, "is no file of a bundle", {}, {}, quote_for_message(name)};
      name.ends_with(".csv") ? report_->fault(std::move(fault)) : report_->warning(std::move(fault));
    }
  }

  /// What it says of itself is read out of its bytes; one that is here already is never another.
  void keep_snapshot(db::ImportStore& store, std::string const& name, SnapshotHead head) {
    try {
      auto const bytes = files_.whole(name, snapshot_bytes_max);
      auto const parts = wire::take_apart(bytes);
      if (wire::canonical_timeline(parts) != bytes)
        throw Error(Problem::bad_json, "is no timeline in canonical JSON");
      if (store.holds_other(name, bytes))
        throw Error(Problem::exists, "is another than the snapshot of this number that the dataset has");
      head.title = parts.title;
      head.entries = static_cast<int>(parts.entries.size());
      store.keep_file(name, bytes, head);
    } catch (db::DatabaseError const&) {
      throw;
    } catch (Error const& error) {
      add_faults(*report_, error, name);
    }
  }

  void check_package() {
    if (!files_.has(package_file)) return;
    try {
      for (auto const& path : wire::package_paths(files_.whole(package_file, json_bytes_max))) {
        if (files_.has(path)) continue;
        report_->fault({"/resources",
                        Problem::bad_package,
                        "names " + quote_for_message(path) + ", which is no file of the bundle",
                        {},
                        {},
                        package_file});
      }
    } catch (Error const& error) {
      add_faults(*report_, error, package_file);
    }
  }

  void read_description() {
    if (!files_.has(dataset_file)) return;
    try {
      auto members = wire::text_members(
          files_.whole(dataset_file, json_bytes_max),
          {"key", "title", "description", "licence", "citation", "language", "visibility"});
      auto const fault = [&](std::string const& member, Problem code, std::string const& message) {
        report_->fault({"/" + member, code, message, {}, {}, dataset_file});
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
      add_faults(*report_, error, dataset_file);
    }
  }

  /// Whatever it calls itself, it goes to the dataset that was asked for.
  void check_key() {
    if (!renames_ && !description_.key.empty() && description_.key != dataset_) {
      report_->fault({"/key",
                      Problem::invalid_value,
                      "is " + quote_for_message(description_.key) + ", but it was sent to " + dataset_,
                      {},
                      {},
                      dataset_file});
    }
    description_.key = dataset_;
  }

  void stage_file(BundleTable const& table, db::ImportStore& store, ImportProgress& progress) {
    std::string const file(table.file);
    std::optional<csv::Header> header;
    auto copy = store.copy_in(std::string(table.stage), table.staged());
    db::CopyRows rows;
    auto const take = [&](csv::Record&& record) {
      if (!header) {
        header.emplace(record);
        check_header(table, *header);
        return;
      }
      progress.read_rows(1);
      stage_row(table, file, *header, record, rows);
      if (rows.is_block()) copy.send(rows);
    };
    try {
      csv::Tokenizer tokenizer(take);
      files_.read(file, [&](std::string_view bytes) {
        progress.read(bytes.size());
        tokenizer.push(bytes);
      });
      tokenizer.finish();
      if (!header) throw Error(Problem::empty_file, "has not even a header");
    } catch (db::DatabaseError const&) {
      throw;
    } catch (Error const& error) {
      add_faults(*report_, error, file);
      incomplete_ = true;
    }
    copy.send(rows);
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
                 csv::Record const& record, db::CopyRows& rows) {
    if (record.cells.size() != header.size()) {
      report_->fault(csv::wrong_column_count(record, header.size(), file), &record.cells);
      incomplete_ = true;
      return;
    }
    RowReader row(description_.key, {file, header, table.columns, *report_}, record);
    table.stage_row(row, rows);
    if (row.ok() || rejected_.size() >= FaultList::kept_max) return;
    if (auto const at = header.find("key")) rejected_.emplace(table.stage, record.cells[*at]);
  }

  /// What only all rows together can tell: duplicates, keys that name nothing, cycles.
  void check_sets(db::ImportStore& store) {
    for (auto const& twice : store.find_duplicates()) {
      auto const message = "the key " + twice.key + " stands in line " + std::to_string(twice.first_line) +
                           " already, with " + (twice.equal ? "the same" : "other") + " values";
      Fault fault{"key", Problem::duplicate_key, message, {}, twice.line, file_of(twice.stage)};
      twice.equal ? report_->warning(std::move(fault)) : report_->fault(std::move(fault));
    }
    // A row that was refused must not make faults of all that name it; and of too many, none is worth naming.
    if (incomplete_ || report_->faults().is_full()) return;
    for (auto const& missing : store.resolve()) {
      if (rejected_.contains({target_of(missing.stage, missing.column), missing.key})) continue;
      report_->fault(
          {missing.column,
           Problem::unknown_reference,
           "names " + quote_for_message(missing.key) + ", which is neither in the bundle nor in the dataset",
           {},
           missing.line,
           file_of(missing.stage)});
    }
    if (!report_->faults().empty()) return;
    for (auto const& cycle : store.find_cycles()) {
      report_->fault({cycle.column,
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

  csv::BundleFiles files_;
  std::string dataset_;
  bool renames_;
  db::DatasetDescription description_;
  RowReport* report_ = nullptr;                             // of this run
  std::set<std::pair<std::string, std::string>> rejected_;  // (stage, key) of rows with faults
  bool incomplete_ = false;                                 // rows are missing whose keys are not known
};

}  // namespace

std::string key_of_bundle(std::filesystem::path const& path) {
  auto const file_name = name_of(path);
  csv::BundleFiles files(path);
  if (!files.has(dataset_file))
    throw Error(Problem::required, "the bundle has no dataset.json; give the dataset's key with the import");
  FaultList faults;
  try {
    auto members =
        wire::text_members(files.whole(dataset_file, json_bytes_max),
                           {"key", "title", "description", "licence", "citation", "language", "visibility"});
    auto key = members["key"].value_or("");
    if (is_key(key)) return key;
    faults.add({"/key", Problem::invalid_key, "is no key", {}, {}, dataset_file});
  } catch (Error const& error) {
    for (auto fault : error.faults()) {
      fault.file = dataset_file;
      faults.add(std::move(fault));
    }
  }
  faults.refuse(file_name);
  throw Error(Problem::bad_json, file_name + " has a dataset.json that cannot be read");
}

std::unique_ptr<ImportFormat> bundle_format(std::filesystem::path const& path, ImportOptions const& options,
                                            bool renames) {
  return std::make_unique<BundleImport>(path, options.dataset, renames);
}

void check_bundle_options(ImportOptions const& options) {
  auto const refuse_if = [](bool is_given, char const* name) {
    if (is_given) parameter::refuse(name, "does not go with a bundle, which is all or nothing");
  };
  refuse_if(options.on_error != OnError::abort, "on_error");
  refuse_if(options.missing != Missing::keep, "missing");
  refuse_if(options.encoding.has_value(), "encoding");
  refuse_if(options.delimiter.has_value(), "delimiter");
  refuse_if(options.date_order.has_value(), "date_order");
  refuse_if(options.sheet.has_value(), "sheet");
}

}  // namespace annals::service
