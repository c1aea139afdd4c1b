#include "support/bundle_table.hpp"

#include "csv/tokenizer.hpp"
#include "support/process.hpp"

namespace annals::test {

std::vector<BundleRow> csv_rows(std::string const& text) {
  std::vector<csv::Record> records;
  csv::Tokenizer tokenizer([&](csv::Record&& record) { records.push_back(std::move(record)); });
  tokenizer.push(text);
  tokenizer.finish();
  std::vector<BundleRow> rows;
  for (std::size_t i = 1; i < records.size(); ++i) {
    auto& row = rows.emplace_back();
    for (std::size_t c = 0; c < records[0].cells.size(); ++c)
      row.emplace(records[0].cells[c], records[i].cells[c]);
  }
  return rows;
}

std::vector<BundleRow> bundle_table(std::string const& path) { return csv_rows(read_file(path)); }

}  // namespace annals::test
