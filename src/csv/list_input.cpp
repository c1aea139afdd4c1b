#include "csv/list_input.hpp"

#include <utility>

#include "base/text.hpp"
#include "csv/cell.hpp"
#include "csv/decoder.hpp"
#include "csv/delimiter.hpp"
#include "csv/workbook.hpp"

namespace annals::csv {
namespace {

constexpr std::size_t head_bytes = 65536;  // by which encoding and delimiter are found out

std::optional<Encoding> known_encoding(std::string const& name) {
  if (name.empty()) return std::nullopt;
  if (auto const encoding = encoding_of(name)) return encoding;
  auto const message =
      quote_for_message(name) + " is none of utf-8, utf-16, windows-1251, windows-1252, iso-8859-1";
  throw Error(Problem::invalid_parameter, message,
              {{"encoding", Problem::invalid_parameter, message, std::nullopt, std::nullopt, ""}});
}

std::string decoded(std::string_view head, Encoding encoding) {
  std::string text;
  Decoder decoder(
      encoding, [&](std::string_view piece) { text += piece; }, [&](std::int64_t) { text += "\uFFFD"; });
  decoder.push(head);
  if (text.starts_with("\uFEFF")) text.erase(0, std::string_view("\uFEFF").size());
  return text;
}

[[noreturn]] void refuse_sheet() {
  constexpr char const* message = "the file is no Excel workbook, which alone has sheets";
  throw Error(Problem::invalid_parameter, message,
              {{"sheet", Problem::invalid_parameter, message, std::nullopt, std::nullopt, ""}});
}

bool is_own_errors(std::string_view head) {
  for (std::string_view const first : {"annals_line", "\"annals_line\""}) {
    if (head.starts_with(first))
      return head.size() == first.size() ||
             std::string_view(",;\t|\r\n").find(head[first.size()]) != std::string_view::npos;
  }
  return false;
}

}  // namespace

/// One reading of the file: its head first, which decides how it is read.
class ListInput::Reading {
 public:
  Reading(ListInput& input, Tokenizer::Sink const& sink) : input_(input), sink_(sink) {}

  void push(std::string_view bytes) {
    if (decoder_) return decoder_->push(bytes);
    head_ += bytes;
    if (head_.size() >= head_bytes) begin();
  }

  void finish() {
    if (!decoder_) begin();
    decoder_->finish();
    tokenizer_->finish();
  }

 private:
  void begin() {
    bool const is_ours = is_own_errors(decoded(head_, encoding_of_file(head_, std::nullopt)));
    auto const told = is_ours ? ListOptions{} : input_.options_;
    auto const encoding = encoding_of_file(head_, is_ours ? std::nullopt : input_.declared_encoding_);
    auto const text = decoded(head_, encoding);
    auto const separator = declared_delimiter(text);
    skips_record_ = separator.has_value();
    auto delimiter = told.delimiter ? told.delimiter : separator;
    if (!delimiter) delimiter = detect_delimiter(text, told.quotes);
    input_.encoding_ = encoding;
    input_.delimiter_ = *delimiter;
    start(encoding, {.delimiter = *delimiter, .quotes = told.quotes, .skips_bad_rows = true});
  }

  void start(Encoding encoding, Dialect const& dialect) {
    tokenizer_.emplace([this, quotes = dialect.quotes](Record&& record) { give(std::move(record), quotes); },
                       dialect);
    decoder_.emplace(
        encoding, [this](std::string_view text) { tokenizer_->push(text); },
        [this](std::int64_t byte) { tokenizer_->push_bad(byte); });
    decoder_->push(head_);
  }

  void give(Record&& record, bool quotes) {
    if (std::exchange(skips_record_, false)) return;
    if (quotes) {
      for (auto& cell : record.cells) cell = without_formula(std::move(cell));
    }
    sink_(std::move(record));
  }

  ListInput& input_;
  Tokenizer::Sink const& sink_;
  std::string head_;
  bool skips_record_ = false;  // the line of sep=
  std::optional<Tokenizer> tokenizer_;
  std::optional<Decoder> decoder_;
};

ListInput::ListInput(std::filesystem::path const& path, ListOptions options)
    : path_(path),
      file_(path, options.entry),
      options_(std::move(options)),
      declared_encoding_(known_encoding(options_.encoding)) {}

void ListInput::read(Tokenizer::Sink const& sink) {
  if (options_.entry.empty() && is_workbook(path_)) {
    read_workbook(path_, options_.sheet, sink);
    is_workbook_read_ = true;
    return;
  }
  if (!options_.sheet.empty()) refuse_sheet();
  Reading reading(*this, sink);
  file_.read([&](std::string_view bytes) { reading.push(bytes); });
  reading.finish();
}

}  // namespace annals::csv
