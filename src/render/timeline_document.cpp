#include "render/timeline_document.hpp"

#include <chrono>
#include <cstdint>
#include <fstream>
#include <mutex>
#include <stdexcept>

#include "base/converter.hpp"
#include "base/error.hpp"
#include "document_lua.hpp"
#include "document_py.hpp"
#include "render/timeline_html.hpp"

namespace annals::render {
namespace {

struct Kind {
  char const* name;     ///< as document.py has it
  char const* package;  ///< of Debian, that makes it
};
constexpr Kind pdf{"pdf", "weasyprint"}, docx{"docx", "pandoc"}, odt{"odt", "pandoc"};

constexpr std::uint64_t memory_max = std::uint64_t{2} << 30;
constexpr std::uint64_t bytes_max = std::uint64_t{64} << 20;
// For 400 entries as PDF 30 s on a slow machine; together far less than the front waits for an answer.
constexpr int seconds_max = 120;
constexpr std::chrono::seconds patience{10};

/// What document.py ends with.
enum DocumentEnd { made = 0, over_limit = 4, not_there = 5 };

void check_made(Converter& converter, Kind const& kind) {
  auto const errors = converter.errors();
  auto const code = converter.wait();
  if (code == made) return;
  std::string const name(kind.name);
  if (code == not_there)
    throw Error(Problem::not_installed,
                "for " + name + " Debian's package " + kind.package + " must be installed");
  if (code == over_limit || code > 128)
    throw Error(Problem::too_many, "the timeline takes too long, or too much memory, as " + name +
                                       "; ask for html, or for less");
  throw std::runtime_error("no " + name + " can be made: " + errors);
}

class Document : public TimelineRenderer {
 public:
  Document(Kind const& kind, std::filesystem::path const& file)
      : kind_(kind),
        file_(file.string()),
        out_(page_file(), std::ios::binary),
        page_(timeline_html([this](std::string_view piece) { out_ << piece; })) {}

  void begin(TimelineHead const& head) override {
    as_of_ = head.as_of;
    page_->begin(head);
  }
  void section(std::string const& title) override { page_->section(title); }
  void entry(TimelineEntry const& entry) override { page_->entry(entry); }
  void begin_spans() override { page_->begin_spans(); }
  void span(TimelineSpan const& span) override { page_->span(span); }
  void begin_footnotes() override { page_->begin_footnotes(); }
  void footnote(Footnote const& footnote) override { page_->footnote(footnote); }
  void end(int claims_without_publication_date) override {
    page_->end(claims_without_publication_date);
    keep_filter();
    make_in_turn();
  }

 private:
  [[nodiscard]] std::string page_file() const { return file_ + ".html"; }
  [[nodiscard]] std::string filter_file() const { return file_ + ".lua"; }

  void keep_filter() {
    out_.close();
    std::ofstream filter(filter_file(), std::ios::binary);
    filter << document_lua;
    if (!out_ || !filter.flush()) throw Error(Problem::storage_full, "there is no room for the document");
  }

  /// One after the other: each may take as much memory as the service itself.
  void make_in_turn() const {
    static std::timed_mutex turn;
    std::unique_lock const lock(turn, patience);
    if (!lock.owns_lock()) throw Error(Problem::busy, "other documents are being made; try again");
    Converter converter({python, "-I", "-c", std::string(document_py), kind_.name, page_file(), file_,
                         filter_file(), as_of_, std::to_string(memory_max), std::to_string(seconds_max),
                         std::to_string(bytes_max)});
    converter.read([](std::string_view) {});
    check_made(converter, kind_);
  }

  Kind kind_;
  std::string file_;
  std::string as_of_;
  std::ofstream out_;
  std::unique_ptr<TimelineRenderer> page_;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_pdf(std::filesystem::path const& file) {
  return std::make_unique<Document>(pdf, file);
}

std::unique_ptr<TimelineRenderer> timeline_docx(std::filesystem::path const& file) {
  return std::make_unique<Document>(docx, file);
}

std::unique_ptr<TimelineRenderer> timeline_odt(std::filesystem::path const& file) {
  return std::make_unique<Document>(odt, file);
}

}  // namespace annals::render
