#include "render/list_renderer.hpp"

#include <map>

#include "render/list_table.hpp"
#include "wire/csv_writer.hpp"

namespace annals::render {
namespace {

class Ndjson : public ListRenderer {
 public:
  explicit Ndjson(Sink sink) : sink_(std::move(sink)) {}
  void begin(ListHead const&) override {}
  void entry(ListEntry const& entry) override {
    line_.clear();
    wire::JsonWriter json(line_);
    entry.json(json);
    sink_(line_ += '\n');
  }
  void end() override {}

 private:
  Sink sink_;
  std::string line_;
};

class Csv : public ListRenderer {
 public:
  explicit Csv(Sink sink) : sink_(std::move(sink)), csv_(row_) {}

  void begin(ListHead const& head) override {
    write_columns(csv_, head);
    finish_row();
    for (auto const& dataset : head.datasets) {
      std::string end;
      wire::CsvWriter cells(end);
      write_provenance(cells, dataset, head);
      ends_.emplace(dataset.key, end);
    }
  }
  void entry(ListEntry const& entry) override {
    write_thing(csv_, entry);
    (row_ += ',') += ends_[entry.head.dataset];
    finish_row();
  }
  void end() override {}

 private:
  void finish_row() {
    csv_.end_row();
    sink_(row_);
    row_.clear();
  }
  Sink sink_;
  std::string row_;
  wire::CsvWriter csv_;
  std::map<std::string, std::string> ends_;  // what all rows of a dataset end with
};

class Geojson : public ListRenderer {
 public:
  explicit Geojson(Sink sink) : sink_(std::move(sink)) {}

  void begin(ListHead const& head) override {
    std::string text;
    wire::JsonWriter json(text);
    json.begin_object().member("type", "FeatureCollection").member("filter", head.filter);
    json.member("as_of", head.as_of).key("datasets").begin_array();
    for (auto const& dataset : head.datasets) {
      json.begin_object().member("key", dataset.key).member("title", dataset.title);
      json.member("licence", dataset.licence).member("citation", dataset.citation).end_object();
    }
    json.end_array().key("features").begin_array();
    sink_(text);
  }
  void entry(ListEntry const& entry) override {
    std::string text;
    if (!is_first_) text += ',';
    is_first_ = false;
    wire::JsonWriter json(text);
    json.begin_object().member("type", "Feature");
    json.member("id", entry.head.dataset + "/" + entry.head.key).key("geometry");
    if (auto const& point = entry.point) {
      json.begin_object().member("type", "Point").key("coordinates").begin_array();
      json.value(point->longitude).value(point->latitude).end_array().end_object();
    } else {
      json.null();
    }
    entry.json(json.key("properties"));
    json.end_object();
    sink_(text);
  }
  void end() override { sink_("]}\n"); }

 private:
  Sink sink_;
  bool is_first_ = true;
};

}  // namespace

std::unique_ptr<ListRenderer> list_ndjson(Sink sink) { return std::make_unique<Ndjson>(std::move(sink)); }
std::unique_ptr<ListRenderer> list_csv(Sink sink) { return std::make_unique<Csv>(std::move(sink)); }
std::unique_ptr<ListRenderer> list_geojson(Sink sink) { return std::make_unique<Geojson>(std::move(sink)); }

}  // namespace annals::render
