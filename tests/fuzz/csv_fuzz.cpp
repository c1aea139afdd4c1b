#include <algorithm>
#include <array>

#include "csv/decoder.hpp"
#include "csv/delimiter.hpp"
#include "csv/tokenizer.hpp"
#include "fuzz/properties.hpp"

namespace annals {
namespace {

using csv::Record;
using fuzz::require;

struct Way {
  csv::Encoding encoding;
  csv::Dialect dialect;
};

struct Outcome {
  std::vector<Record> records;
  std::optional<Problem> end;
};

/// The records of a file that comes in pieces.
Outcome read(std::string_view bytes, Way const& way, std::size_t piece) {
  Outcome outcome;
  csv::Tokenizer tokenizer([&](Record&& record) { outcome.records.push_back(std::move(record)); },
                           way.dialect);
  csv::Decoder decoder(
      way.encoding, [&](std::string_view text) { tokenizer.push(text); },
      [&](std::int64_t byte) { tokenizer.push_bad(byte); });
  try {
    for (std::size_t at = 0; at < bytes.size(); at += piece) decoder.push(bytes.substr(at, piece));
    decoder.finish();
    tokenizer.finish();
  } catch (Error const& error) {
    fuzz::require_presentable(error);
    outcome.end = error.problem();
  }
  return outcome;
}

bool same(Record const& a, Record const& b) {
  return a.line == b.line && a.cells == b.cells && a.bad_byte == b.bad_byte && a.fault == b.fault;
}

void require_same(Outcome const& a, Outcome const& b) {
  require(a.end == b.end, "the size of the pieces does not decide how a file ends");
  require(std::equal(a.records.begin(), a.records.end(), b.records.begin(), b.records.end(), same),
          "the size of the pieces does not decide what a file holds");
}

void require_of(Record const& record, std::size_t size) {
  require(record.fault.has_value() || !record.cells.empty(), "a record has cells or a fault");
  require(record.line >= 1, "lines count from 1");
  require(!record.bad_byte || (*record.bad_byte >= 0 && static_cast<std::size_t>(*record.bad_byte) < size),
          "a bad byte lies in the file");
  if (record.fault) fuzz::require_presentable(record.fault->message);
}

/// What was read, written so that any reader understands it.
std::string written(std::vector<Record> const& records, char delimiter) {
  std::string text;
  for (auto const& record : records) {
    for (std::size_t i = 0; i < record.cells.size(); ++i) {
      if (i > 0) text += delimiter;
      text += '"';
      for (char const c : record.cells[i]) text.append(c == '"' ? 2 : 1, c);
      text += '"';
    }
    text += '\n';
  }
  return text;
}

void require_written(std::vector<Record> records, char delimiter) {
  std::erase_if(records, [](auto const& record) { return record.fault.has_value(); });
  auto const again =
      read(written(records, delimiter), {csv::Encoding::utf_8, {.delimiter = delimiter}}, 4096);
  require(!again.end && again.records.size() == records.size(), "what is written is read again");
  for (std::size_t i = 0; i < records.size(); ++i)
    require(again.records[i].cells == records[i].cells, "it is the same");
}

Way way_of(unsigned char choice) {
  constexpr std::array encodings{csv::Encoding::utf_8, csv::Encoding::utf_16_le, csv::Encoding::utf_16_be,
                                 csv::Encoding::windows_1251};
  constexpr std::string_view delimiters = ",;\t|";
  return {encodings.at(choice % 4), {delimiters[choice / 4 % 4], (choice & 16) == 0, (choice & 32) == 0}};
}

}  // namespace
}  // namespace annals

/// The first byte says how the file is read, the second in which pieces.
extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  using namespace annals;
  if (size < 2) return 0;
  auto const way = way_of(data[0]);
  std::string_view const bytes(reinterpret_cast<char const*>(data) + 2, size - 2);
  auto const whole = read(bytes, way, bytes.size() + 1);
  require_same(read(bytes, way, data[1] % 17U + 1), whole);
  for (auto const& record : whole.records) require_of(record, bytes.size());
  require_written(whole.records, way.dialect.delimiter);
  static_cast<void>(csv::detect_delimiter(bytes, way.dialect.quotes));
  return 0;
}
