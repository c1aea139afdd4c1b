#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "wire/row_writer.hpp"

namespace annals::render {

/// An Excel workbook with one table, of which never more than a row is in memory; its first row is bold and
/// stays in view. A text is never run as a formula. One that is longer than Excel takes ends in "…", and a
/// sheet of notes says which. Throws Error: `too_many` rows for a sheet or bytes for a
/// zip, `storage_full`.
class Workbook : public wire::RowWriter {
 public:
  static constexpr int rows_max = 1048576;
  static constexpr std::size_t units_max = 32767;  ///< of UTF-16, in a text

  /// In `file`, which is there after finish(); temporary files lie in its folder.
  explicit Workbook(std::filesystem::path const& file);
  ~Workbook() override;

  void end_row();
  void finish();

 protected:
  void write(Cell kind, std::string_view cell) override;

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace annals::render
