#include <map>

#include "render/list_table.hpp"
#include "render/workbook.hpp"

namespace annals::render {
namespace {

class Xlsx : public ListRenderer {
 public:
  explicit Xlsx(std::filesystem::path const& file) : workbook_(file) {}

  void begin(ListHead const& head) override {
    head_ = head;
    for (auto const& dataset : head_.datasets) datasets_.emplace(dataset.key, &dataset);
    write_columns(workbook_, head_);
    workbook_.end_row();
  }
  void entry(ListEntry const& entry) override {
    write_thing(workbook_, entry);
    write_provenance(workbook_, *datasets_.at(entry.head.dataset), head_);
    workbook_.end_row();
  }
  void end() override { workbook_.finish(); }

 private:
  Workbook workbook_;
  ListHead head_;
  std::map<std::string, Dataset const*> datasets_;
};

}  // namespace

std::unique_ptr<ListRenderer> list_xlsx(std::filesystem::path const& file) {
  return std::make_unique<Xlsx>(file);
}

}  // namespace annals::render
