#include "render/timeline_csv.hpp"

#include "render/timeline_table.hpp"
#include "wire/csv_writer.hpp"

namespace annals::render {
namespace {

class TimelineCsv : public TimelineRenderer {
 public:
  explicit TimelineCsv(Sink sink) : sink_(std::move(sink)), csv_(buffer_), table_(csv_) {}

  void begin(TimelineHead const& head) override {
    table_.write_columns(head);
    end_row();
  }
  void section(std::string const& title) override { table_.begin_section(title); }
  void entry(TimelineEntry const& entry) override {
    table_.write(entry);
    end_row();
  }
  void span(TimelineSpan const&) override {}
  void footnote(Footnote const&) override {}
  void end(int) override {}

 private:
  void end_row() {
    csv_.end_row();
    sink_(buffer_);
    buffer_.clear();
  }

  Sink sink_;
  std::string buffer_;
  wire::CsvWriter csv_;
  TimelineTable table_;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_csv(Sink sink) {
  return std::make_unique<TimelineCsv>(std::move(sink));
}

}  // namespace annals::render
