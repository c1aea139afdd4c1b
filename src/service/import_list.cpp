#include "service/import_list.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "csv/delimiter.hpp"
#include "csv/list_input.hpp"
#include "domain/parameter_values.hpp"
#include "service/list_file.hpp"
#include "service/list_stage.hpp"

namespace annals::service {
namespace {

constexpr std::size_t sheet_characters_max = 500;  // Excel has 31, others more

class ListImport : public ImportFormat {
 public:
  ListImport(std::filesystem::path path, ImportOptions const& options, Mapping mapping)
      : path_(std::move(path)), options_(options), mapping_(std::move(mapping)) {}

  db::DatasetDescription open(RowReport& report, ImportProgress& progress) override {
    report_ = &report;
    rejected_.clear();
    ListFile const file(path_, options_, mapping_);
    progress.expect(static_cast<std::int64_t>(file.bytes_total()));
    db::DatasetDescription description;
    description.key = description.title = options_.dataset;
    return description;
  }

  void stage(db::ImportStore& store, RowReport& report, ImportProgress& progress) override {
    ListFile file(path_, options_, mapping_);
    ListStage stage(store);
    std::uint64_t bytes = 0;
    file.read(report, [&](StagedRows const& staged, int rows) {
      progress.read_rows(rows);
      progress.read(file.bytes_read() - bytes);
      bytes = file.bytes_read();
      stage.add(staged);
    });
    progress.read(file.bytes_total() - bytes);
    stage.finish();
    check_sets(store, file.is_part());
  }

  void give_cells(RowReport& report) override {
    auto const lines = report.lines_without_cells();
    ListFile file(path_, options_, mapping_);
    file.read_records([&](csv::Record const& record) {
      for (auto const& [name, wanted] : lines) {
        if (wanted.contains(record.line)) report.give_cells(name, record.line, record.cells);
      }
    });
  }

 private:
  void check_sets(db::ImportStore& store, bool is_part) {
    store.find_named();
    auto const twice = store.find_duplicates();
    for (auto const& each : twice) tell_twice(each);
    if (is_full(twice) && !twice.back().equal) refuse_so_many("have a key of other rows, with other values");
    drop(store);
    auto const unknown = store.resolve();
    if (is_full(unknown)) refuse_so_many("name what is not in the dataset");
    for (auto const& missing : unknown) {
      if (missing.stage != "event") continue;  // its claims name what it names
      reject(missing.line, missing.column, Problem::unknown_reference,
             "names " + quote_for_message(missing.key) + ", which is not in the dataset");
    }
    drop(store);
    bool const is_whole = !is_part && (report_->faults().empty() || options_.on_error == OnError::skip);
    if (is_whole) look_for_gone(store);
  }

  template <class Found>
  [[nodiscard]] static bool is_full(std::vector<Found> const& found) {
    return found.size() > db::ImportStore::told_max;
  }
  [[noreturn]] static void refuse_so_many(std::string const& what) {
    throw Error(Problem::too_many, "more than " + std::to_string(db::ImportStore::told_max) + " rows " +
                                       what + "; is it the right list?");
  }

  /// What was there is told of, since a producer may have withdrawn it; it goes only where that is asked.
  void look_for_gone(db::ImportStore& store) {
    auto const gone = store.find_gone();
    bool const goes = options_.missing == Missing::drop;
    for (auto const& key : gone.keys) {
      bool const stays = std::binary_search(gone.kept.begin(), gone.kept.end(), key);
      report_->warning({"key",
                        Problem::not_listed,
                        "the event " + key + " is not in the list any more" +
                            (!goes   ? ""
                             : stays ? ", and stays since others depend on it"
                                     : ", and goes"),
                        {},
                        {},
                        ""});
    }
    if (gone.count > static_cast<std::int64_t>(gone.keys.size()))
      report_->warning({"key",
                        Problem::not_listed,
                        std::to_string(gone.count) + " events are not in the list any more",
                        {},
                        {},
                        ""});
    if (goes) store.remove_gone();
  }

  void tell_twice(db::StagedTwice const& twice) {
    if (twice.equal) {
      report_->warning({"key",
                        Problem::duplicate_key,
                        "the key " + twice.key + " stands in line " + std::to_string(twice.first_line) +
                            " already, with the same values",
                        {},
                        twice.line,
                        ""});
      return;
    }
    auto const also_in = [&](int line) {
      return "the key " + twice.key + " stands in line " + std::to_string(line) + " too, with other values";
    };
    if (!rejected_.contains(twice.first_line))
      reject(twice.first_line, "key", Problem::duplicate_key, also_in(twice.line));
    reject(twice.line, "key", Problem::duplicate_key, also_in(twice.first_line));
  }

  void reject(int line, std::string const& column, Problem code, std::string const& message) {
    report_->fault({column, code, message, {}, line, ""});
    rejected_.insert(line);
    to_drop_.push_back(line);
  }

  /// What was found too late not to stage it.
  void drop(db::ImportStore& store) {
    if (!to_drop_.empty()) store.drop_events(to_drop_);
    to_drop_.clear();
  }

  std::filesystem::path const path_;
  ImportOptions const options_;
  Mapping const mapping_;
  RowReport* report_ = nullptr;
  std::set<int> rejected_;
  std::vector<int> to_drop_;
};

}  // namespace

std::unique_ptr<ImportFormat> list_format(std::filesystem::path const& path, ImportOptions const& options,
                                          Mapping mapping) {
  return std::make_unique<ListImport>(path, options, std::move(mapping));
}

void check_list_options(ImportOptions const& options) {
  if (options.encoding && !csv::encoding_of(*options.encoding))
    parameter::refuse("encoding", "must be one of utf-8, utf-16, windows-1251, windows-1252, iso-8859-1");
  if (options.delimiter && !csv::delimiter_of(*options.delimiter))
    parameter::refuse("delimiter", "must be one of comma, semicolon, tab, bar, or the character itself");
  if (options.date_order && !date_order_of(*options.date_order))
    parameter::refuse("date_order", "must be one of ymd, mdy, dmy");
  if (options.sheet && (options.sheet->empty() || check_text(*options.sheet, sheet_characters_max)))
    parameter::refuse("sheet", "must be the name of a sheet");
}

}  // namespace annals::service
