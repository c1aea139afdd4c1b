#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "csv/encoding.hpp"
#include "csv/packed_file.hpp"
#include "csv/tokenizer.hpp"

namespace annals::csv {

/// What is said of a list; the rest is found out.
struct ListOptions {
  std::string encoding = {};           ///< as encoding_of() knows it; empty: found out
  std::optional<char> delimiter = {};  ///< absent: found out
  bool quotes = true;                  ///< GDELT has none
  std::string entry = {};              ///< of a zip; empty: its only .csv or .tsv
  std::string sheet = {};              ///< of an Excel workbook; empty: its first
};

/// An event list on disk, however packed and encoded, as records in UTF-8. Never more of it in memory than a
/// record. What Excel does to a list is undone: a first line `sep=;` (which counts as a line), cells
/// `="0012"`. Our own errors.csv, known by its first cell `annals_line`, is what we wrote, whatever is said
/// of it. An Excel workbook gives the rows of a sheet, as read_workbook() says, and their numbers as lines.
class ListInput {
 public:
  /// Throws Error: `not_found`, `invalid_parameter` of an unknown encoding.
  explicit ListInput(std::filesystem::path const& path, ListOptions options = {});

  /// Gives all records to `sink`; an empty file has none. A row's fault stands in its record, as does where
  /// it has bytes that are no text. Throws Error for what ends the file: `quote_not_closed`, those of
  /// PackedFile and of read_workbook(), `invalid_parameter` of a `sheet` of what is no workbook.
  void read(Tokenizer::Sink const& sink);

  /// For a progress bar, in bytes of the file; another thread may ask. A workbook's are read at its end.
  [[nodiscard]] std::uint64_t bytes_read() const {
    return is_workbook_read_ ? file_.bytes_total() : file_.bytes_read();
  }
  [[nodiscard]] std::uint64_t bytes_total() const { return file_.bytes_total(); }
  /// In use; known from the first record on.
  [[nodiscard]] char delimiter() const { return delimiter_; }
  [[nodiscard]] Encoding encoding() const { return encoding_; }

 private:
  class Reading;
  std::filesystem::path path_;
  std::atomic<bool> is_workbook_read_ = false;
  PackedFile file_;
  ListOptions options_;
  std::optional<Encoding> declared_encoding_;
  char delimiter_ = ',';
  Encoding encoding_ = Encoding::utf_8;
};

}  // namespace annals::csv
