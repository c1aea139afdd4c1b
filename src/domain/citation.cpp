#include "domain/citation.hpp"

#include <array>

#include "base/language_name.hpp"
#include "domain/said.hpp"

namespace annals {
namespace {

constexpr Said without_date{"undated", "без даты"};
constexpr Said archived_at{"archived at", "архивная копия:"};
constexpr Said first_published{"originally published by", "впервые опубликовано:"};
constexpr Said republished{"republished from", "перепечатано из:"};
constexpr Said and_last{" and ", " и "};
constexpr Said and_others{" et al.", " и др."};
constexpr Said entry_of_encyclopedia{"s.v.", "статья"};
// What a title does not tell, in the order of SourceKind.
constexpr std::array<Said, 10> kind_words{{{},
                                           {"official statement", "официальное заявление"},
                                           {},
                                           {"dataset", "набор данных"},
                                           {"social media post", "публикация в социальной сети"},
                                           {},
                                           {"archival document", "архивный документ"},
                                           {},
                                           {"interview", "интервью"},
                                           {}}};

/// A title in brackets is the coder's description, not the document's own words: no quotation marks.
bool is_description(std::string_view title) { return title.starts_with('[') && title.ends_with(']'); }

/// The style quotes what is part of something larger and not what stands by itself.
bool stands_alone(SourceKind kind) {
  return kind == SourceKind::book || kind == SourceKind::report || kind == SourceKind::dataset;
}

/// All up to three, of more the first.
std::string author_names(Source const& source, Language language) {
  auto const all = authors_of(source);
  if (all.empty()) return "";
  if (all.size() > 3) return all.front() + std::string(and_others.in(language));
  if (all.size() == 1) return all[0];
  auto const before_last = std::string(and_last.in(language)) + all.back();
  if (all.size() == 2) return all[0] + before_last;
  return all[0] + ", " + all[1] + (language == Language::en ? "," : "") + before_last;
}

/// Puts the parts together; in English a comma stands within the quotation marks that it follows.
class Writer {
 public:
  Writer(Source const& source, Language language) : source_(source), language_(language) {}

  std::vector<CitationPart> parts() {
    tell_title_and_publisher();
    if (source_.republishes) tell_origin();
    if (source_.accessed) {
      add(std::string(phrase(Phrase::accessed, language_)) + " " + describe(*source_.accessed, language_));
    }
    if (source_.url) add(*source_.url, Kind::address);
    if (source_.archived_url) {
      add(std::string(archived_at.in(language_)) + " ");
      put(*source_.archived_url, Kind::address);
    }
    plain(".");
    return std::move(parts_);
  }

 private:
  using Kind = CitationPart::Kind;

  void tell_title_and_publisher() {
    bool const is_entry = source_.kind == SourceKind::encyclopedia;
    if (source_.author) add(author_names(source_, language_), Kind::name);
    if (is_entry && source_.publisher) add(*source_.publisher, Kind::name);
    separate();
    if (is_entry) plain(std::string(entry_of_encyclopedia.in(language_)) + " ");
    tell_title();
    auto const kind = kind_words[static_cast<std::size_t>(source_.kind)].in(language_);
    if (!kind.empty()) add(std::string(kind));
    if (source_.kind == SourceKind::book || source_.kind == SourceKind::report) {
      close_quote("");
      plain(" (");
      if (source_.publisher) {
        put(*source_.publisher, Kind::name);
        plain(", ");
      }
      plain(date() + ")");
      return;
    }
    if (!is_entry && source_.publisher) add(*source_.publisher, Kind::name);
    // What is read as it stands on a day has no date of its own.
    if (source_.published || !is_entry || !source_.accessed) add(date());
  }

  std::string date() const {
    return source_.published ? describe(*source_.published, language_)
                             : std::string(without_date.in(language_));
  }

  void tell_title() {
    if (!is_description(source_.title) && !stands_alone(source_.kind)) open_quote();
    put(source_.title, Kind::title);
    if (auto const& translated = source_.title_translated) {
      close_quote("");
      plain(is_description(*translated) ? " " + *translated : " [" + *translated + "]");
    }
    std::string const own(tag(language_));
    auto const& written = source_.language;
    if (!written || written->substr(0, written->find('-')) == own) return;
    close_quote("");
    auto const name = language_name(*written, own);
    plain(language_ == Language::ru ? " (язык: " + name + ")" : " (in " + name + ")");
  }

  void tell_origin() {
    bool const by_someone = source_.republishes_publisher && !source_.republishes_copy;
    add(std::string((by_someone ? first_published : republished).in(language_)) + " ");
    if (source_.republishes_publisher) {
      put(*source_.republishes_publisher, Kind::name);
      plain(", ");
    }
    auto const& from = *source_.republishes;
    if (!is_description(from.name)) open_quote();
    put(from.name, Kind::name);
    close_quote("");
    plain(" (" + from.key + ")");
  }

  void add(std::string const& text, Kind kind = Kind::plain) {
    separate();
    put(text, kind);
  }

  void separate() {
    if (parts_.empty()) return;
    bool const is_within = is_quoting_ && language_ == Language::en;
    close_quote(is_within ? "," : "");
    plain(is_within ? " " : ", ");
  }
  void open_quote() {
    plain(language_ == Language::ru ? "«" : "“");
    is_quoting_ = true;
  }
  void close_quote(std::string const& within) {
    if (is_quoting_) plain(within + (language_ == Language::ru ? "»" : "”"));
    is_quoting_ = false;
  }

  void plain(std::string const& text) { put(text, Kind::plain); }
  void put(std::string const& text, Kind kind) {
    bool const goes_on = kind == Kind::plain && !parts_.empty() && parts_.back().kind == kind;
    if (goes_on)
      parts_.back().text += text;
    else if (!text.empty())
      parts_.push_back({kind, text});
  }

  Source const& source_;
  Language language_;
  std::vector<CitationPart> parts_;
  bool is_quoting_ = false;
};

}  // namespace

std::vector<CitationPart> citation_parts(Source const& source, Language language) {
  return Writer(source, language).parts();
}

std::string citation(Source const& source, Language language) {
  std::string text;
  for (auto const& part : citation_parts(source, language)) text += part.text;
  return text;
}

}  // namespace annals
