#include "render/biblatex_date.hpp"
#include "render/bibliography.hpp"
#include "render/entry_text.hpp"
#include "render/timeline_exports.hpp"

namespace annals::render {
namespace {

std::string_view tex_of(char c) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    // A brace counts for BibTeX, also behind a backslash.
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '$':
      return "\\$";
    case '&':
      return "\\&";
    case '%':
      return "\\%";
    case '#':
      return "\\#";
    case '_':
      return "\\_";
    case '\n':
    case '\t':
      return " ";
    default:
      return {};
  }
}

std::string tex_text(std::string_view text) {
  std::string out;
  for (char const c : text) {
    auto const tex = tex_of(c);
    out += tex.empty() ? std::string_view(&c, 1) : tex;
  }
  return out;
}

std::string_view entry_type(Source const& source) {
  switch (source.kind) {
    case SourceKind::news:
      return "article";
    case SourceKind::report:
      return "report";
    case SourceKind::dataset:
      return "dataset";
    case SourceKind::encyclopedia:
      return "inreference";
    case SourceKind::book:
      return "book";
    default:
      return source.url ? "online" : "misc";
  }
}

std::string_view publisher_field(Source const& source) {
  switch (source.kind) {
    case SourceKind::news:
      return "journaltitle";
    case SourceKind::report:
      return "institution";
    case SourceKind::encyclopedia:
      return "booktitle";
    case SourceKind::book:
      return "publisher";
    default:
      return "organization";
  }
}

class Bib : public TimelineRenderer {
 public:
  explicit Bib(Sink sink) : sink_(std::move(sink)) {}

  void begin(TimelineHead const& head) override {
    language_ = head.language;
    title_ = head.title;
    provenance_ = provenance_text(head);
  }

  void entry(TimelineEntry const&) override {}
  void span(TimelineSpan const&) override {}

  void footnote(Footnote const& footnote) override {
    auto const& source = footnote.source;
    open(entry_type(source), reference_name(source));
    std::string authors;
    for (auto const& author : authors_of(source))
      authors += (authors.empty() ? "{" : " and {") + tex_text(author) + "}";
    if (!authors.empty()) field("author", authors);
    // A second pair of braces keeps the capitals.
    field("title", "{" + tex_text(source.title) + "}");
    if (source.title_translated) text("titleaddon", "[" + *source.title_translated + "]");
    if (source.publisher) field(publisher_field(source), "{" + tex_text(*source.publisher) + "}");
    if (source.republishes_publisher)
      field("origpublisher", "{" + tex_text(*source.republishes_publisher) + "}");
    date("date", source.published);
    // Taken as it is: the gate for addresses lets no brace and no backslash through.
    if (source.url) field("url", *source.url);
    date("urldate", source.accessed);
    if (source.language) text("language", *source.language);
    if (auto const note = reference_note(source, language_); !note.empty()) text("note", note);
    close();
  }

  void end(int claims_without_publication_date) override {
    auto note = provenance_;
    if (claims_without_publication_date > 0)
      note += "\n" + left_out_text(claims_without_publication_date, language_);
    open("dataset", "timeline");
    field("title", "{" + tex_text(title_) + "}");
    text("note", note);
    close();
  }

 private:
  void open(std::string_view type, std::string const& name) { sink_("@" + std::string(type) + "{" + name); }
  void close() { sink_("\n}\n\n"); }

  void text(std::string_view name, std::string_view value) { field(name, tex_text(value)); }

  /// `value` is TeX already.
  void field(std::string_view name, std::string const& value) {
    sink_(",\n  " + std::string(name) + " = {" + value + "}");
  }

  void date(std::string_view name, std::optional<DateExpression> const& date) {
    if (!date) return;
    if (auto const known = biblatex_date(*date)) field(name, *known);
  }

  Sink sink_;
  std::string title_;
  std::string provenance_;
  Language language_ = Language::en;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_bib(Sink sink) { return std::make_unique<Bib>(std::move(sink)); }

}  // namespace annals::render
