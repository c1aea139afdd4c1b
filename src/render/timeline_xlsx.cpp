#include "render/timeline_csv.hpp"
#include "render/timeline_table.hpp"
#include "render/workbook.hpp"

namespace annals::render {
namespace {

class TimelineXlsx : public TimelineRenderer {
 public:
  explicit TimelineXlsx(std::filesystem::path const& file) : workbook_(file), table_(workbook_) {}

  void begin(TimelineHead const& head) override {
    table_.write_columns(head);
    workbook_.end_row();
  }
  void section(std::string const& title) override { table_.begin_section(title); }
  void entry(TimelineEntry const& entry) override {
    table_.write(entry);
    workbook_.end_row();
  }
  void span(TimelineSpan const&) override {}
  void footnote(Footnote const&) override {}
  void end(int) override { workbook_.finish(); }

 private:
  Workbook workbook_;
  TimelineTable table_;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_xlsx(std::filesystem::path const& file) {
  return std::make_unique<TimelineXlsx>(file);
}

}  // namespace annals::render
