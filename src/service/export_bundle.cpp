#include "service/export_bundle.hpp"

#include <algorithm>

#include "db/dataset_store.hpp"
#include "db/export_store.hpp"
#include "service/bundle_rows.hpp"
#include "service/thing_kinds.hpp"
#include "wire/csv_writer.hpp"
#include "wire/json_layout.hpp"
#include "wire/json_writer.hpp"
#include "wire/thing_csv.hpp"

namespace annals::service {
namespace {

/// A file's columns that hold something else than text, for readers of the data package.
std::string_view type_of(std::string_view column) {
  if (column == "lat" || column == "lon") return "number";
  if (column == "credibility") return "integer";
  if (column == "attributes" || column == "notes") return "object";
  if (column == "sections") return "array";
  return "string";
}

class BundleExport {
 public:
  BundleExport(db::Transaction& transaction, Dataset const& dataset, csv::BundleWriter& bundle)
      : transaction_(transaction), dataset_(dataset), bundle_(bundle) {}

  void run() {
    write_description();
    write_package();
    for (auto const& table : bundle_tables()) write_table(table);
    for (auto const& path : db::list_bundle_files(transaction_, dataset_.id)) {
      bundle_.begin(path);
      bundle_.write(db::read_bundle_file(transaction_, dataset_.id, path).value());
    }
    bundle_.finish();
  }

 private:
  void write_description() {
    std::string text;
    wire::JsonWriter json(text);
    json.begin_object().member("key", dataset_.key).member("title", dataset_.title);
    json.member("description", dataset_.description).member("licence", dataset_.licence);
    json.member("citation", dataset_.citation).member("language", dataset_.language);
    json.member("visibility", word(dataset_.visibility)).end_object();
    bundle_.begin("dataset.json");
    bundle_.write(wire::indented(text));
  }

  /// Frictionless Data Package 1, tabular.
  void write_package() {
    std::string text;
    wire::JsonWriter json(text);
    json.begin_object().member("profile", "tabular-data-package").member("name", dataset_.key);
    json.member("title", dataset_.title);
    if (dataset_.licence) {
      json.key("licenses").begin_array().begin_object().member("name", *dataset_.licence);
      json.end_object().end_array();
    }
    json.key("resources").begin_array();
    for (auto const& table : bundle_tables()) {
      auto const name = table.file.substr(0, table.file.size() - 4);
      json.begin_object().member("name", name).member("path", table.file);
      json.member("profile", "tabular-data-resource").member("encoding", "utf-8");
      json.key("schema").begin_object().key("fields").begin_array();
      for (auto const column : table.columns)
        json.begin_object().member("name", column).member("type", type_of(column)).end_object();
      json.end_array();
      if (table.columns.front() == "key") json.member("primaryKey", "key");
      json.end_object().end_object();
    }
    json.end_array().end_object();
    bundle_.begin("datapackage.json");
    bundle_.write(wire::indented(text));
  }

  void write_table(BundleTable const& table) {
    bundle_.begin(std::string(table.file));
    auto const kind = from_word<ThingKind>(table.stage);
    std::string header;
    for (auto const column : table.columns) (header += header.empty() ? "" : ",") += column;
    bundle_.write(header + '\n');
    db::for_each_page(transaction_, kind.value_or(ThingKind::event), dataset_.id,
                      [&](std::vector<ThingId> const& ids) { write_page(kind, ids); });
  }

  void write_page(std::optional<ThingKind> kind, std::vector<ThingId> const& ids) {
    if (!kind) return write_relations(ids);
    with_kind(*kind, [&](auto const& read, auto const&) { write_rows(read(transaction_, ids)); });
  }

  /// Of the events in their order, each by relation and other.
  void write_relations(std::vector<ThingId> const& events) {
    auto all = db::read_own_relations(transaction_, events);
    for (auto const& event : events) {
      auto& own = all[event];
      auto const rank = [](EventRelation const& relation) {
        return std::pair(word(relation.relation), wire::reference_text(relation.other, ""));
      };
      std::sort(own.begin(), own.end(), [&](auto const& a, auto const& b) { return rank(a) < rank(b); });
      write_rows(own);
    }
  }

  template <class Thing>
  void write_rows(std::vector<Thing> const& things) {
    std::string rows;
    wire::CsvWriter csv(rows, wire::CsvWriter::For::programs);
    for (auto const& thing : things) {
      wire::write_cells(csv, thing);
      csv.end_row();
    }
    bundle_.write(rows);
  }

  db::Transaction& transaction_;
  Dataset const& dataset_;
  csv::BundleWriter& bundle_;
};

}  // namespace

void export_bundle(db::Transaction& transaction, std::string const& dataset, csv::BundleWriter& bundle) {
  auto const found = is_key(dataset) ? db::read_datasets(transaction, {dataset}) : std::vector<Dataset>{};
  if (found.empty()) not_found();
  BundleExport(transaction, found.front(), bundle).run();
}

}  // namespace annals::service
