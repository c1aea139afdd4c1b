#include "render/bibliography.hpp"
#include "render/date_forms.hpp"
#include "render/entry_text.hpp"
#include "render/json_stream.hpp"
#include "render/timeline_exports.hpp"

namespace annals::render {
namespace {

std::string_view csl_type(SourceKind kind) {
  switch (kind) {
    case SourceKind::news:
      return "article-newspaper";
    case SourceKind::report:
      return "report";
    case SourceKind::dataset:
      return "dataset";
    case SourceKind::social_media:
      return "post";
    case SourceKind::encyclopedia:
      return "entry-encyclopedia";
    case SourceKind::book:
      return "book";
    case SourceKind::interview:
      return "interview";
    default:
      return "document";
  }
}

bool is_part_of_another(SourceKind kind) {
  return kind == SourceKind::news || kind == SourceKind::encyclopedia || kind == SourceKind::social_media;
}

/// [2024,4,17] of "2024-04-17".
void write_date_parts(wire::JsonWriter& json, std::string const& iso) {
  json.begin_array();
  for (std::size_t at = 0; at < iso.size();) {
    auto const end = std::min(iso.find('-', at), iso.size());
    json.value(std::stoi(iso.substr(at, end - at)));
    at = end + 1;
  }
  json.end_array();
}

/// A plain date or an interval of such; a vague one as its first to its last day and `circa`; what has no
/// such days, or lies before the year 1, in words.
void write_csl_date(wire::JsonWriter& json, std::string_view name, DateExpression const& date,
                    Language language) {
  auto const extent = day_extent(date);
  json.key(name).begin_object();
  if (!extent || is_before_common_era(extent->first)) {
    json.member("literal", describe(date, language)).end_object();
    return;
  }
  auto const& [start, end] = date.bounds();
  auto const first = iso_of(start), last = iso_of(end);
  bool const is_plain = date.kind() != DateKind::set && first && last;
  json.key("date-parts").begin_array();
  write_date_parts(json, is_plain ? *first : iso_day(extent->first));
  if (!is_plain || date.kind() == DateKind::interval)
    write_date_parts(json, is_plain ? *last : iso_day(extent->last));
  json.end_array();
  if (!is_plain || date.approximate() || date.uncertain()) json.member("circa", true);
  json.end_object();
}

class Csl : public TimelineRenderer {
 public:
  explicit Csl(Sink sink) : json_(std::move(sink)) {}

  void begin(TimelineHead const& head) override {
    language_ = head.language;
    title_ = head.title;
    provenance_ = provenance_text(head);
    json_->begin_array();
  }

  void entry(TimelineEntry const&) override {}
  void span(TimelineSpan const&) override {}

  void footnote(Footnote const& footnote) override {
    auto const& source = footnote.source;
    json_->begin_object().member("id", reference_name(source)).member("type", csl_type(source.kind));
    write_title(source);
    write_authors(source);
    auto const give = [&](std::string_view name, std::optional<std::string> const& text) {
      if (text) json_->member(name, *text);
    };
    give(is_part_of_another(source.kind) ? "container-title" : "publisher", source.publisher);
    give("original-publisher", source.republishes_publisher);
    if (source.published) write_csl_date(*json_, "issued", *source.published, language_);
    if (source.accessed) write_csl_date(*json_, "accessed", *source.accessed, language_);
    give("language", source.language);
    give("URL", source.url);
    give("archive_location", source.archived_url);
    if (auto const note = reference_note(source, language_); !note.empty()) json_->member("note", note);
    json_->end_object();
    json_.send();
  }

  void end(int claims_without_publication_date) override {
    auto note = provenance_;
    if (claims_without_publication_date > 0)
      note += "\n" + left_out_text(claims_without_publication_date, language_);
    json_->begin_object().member("id", "timeline").member("type", "dataset").member("title", title_);
    json_->member("note", note).end_object().end_array();
    json_.send();
  }

 private:
  /// With the translation in brackets behind it, as the Chicago style prints it.
  void write_title(Source const& source) {
    auto const& translated = source.title_translated;
    json_->member("title", translated ? source.title + " [" + *translated + "]" : source.title);
    if (translated) json_->member("original-title", source.title);
  }

  void write_authors(Source const& source) {
    auto const authors = authors_of(source);
    if (authors.empty()) return;
    json_->key("author").begin_array();
    for (auto const& author : authors) json_->begin_object().member("literal", author).end_object();
    json_->end_array();
  }

  JsonStream json_;
  std::string title_;
  std::string provenance_;
  Language language_ = Language::en;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_csl(Sink sink) { return std::make_unique<Csl>(std::move(sink)); }

}  // namespace annals::render
