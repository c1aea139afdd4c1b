#include "render/timeline_difference_html.hpp"

#include "domain/evidence_words.hpp"
#include "domain/field_words.hpp"
#include "domain/said.hpp"
#include "render/html_page.hpp"
#include "render/html_text.hpp"
#include "render/markup_text.hpp"
#include "wire/readable_value.hpp"

namespace annals::render {
namespace {

constexpr Said what_changed{"What changed", "Что изменилось"};
constexpr Said nothing_changed{"Nothing changed.", "Ничего не изменилось."};
constexpr Said compared{"What is compared", "Что сравнивается"};
constexpr Said earlier{"Earlier", "Раньше"};
constexpr Said later{"Later", "Позже"};
constexpr Said snapshot_word{"Snapshot", "Снимок"};
constexpr Said as_it_is_now{"As it is now", "Как есть сейчас"};
constexpr Said about_itself{"The timeline itself", "Сама хронология"};
constexpr Said entries_added{"Entries added", "Добавленные записи"};
constexpr Said entries_dropped{"Entries dropped", "Убранные записи"};
constexpr Said entries_changed{"Entries changed", "Изменённые записи"};
constexpr Said entries_moved{"Entries in another place", "Записи на другом месте"};
constexpr Said spans_added{"Spans added", "Добавленные сроки"};
constexpr Said spans_dropped{"Spans dropped", "Убранные сроки"};
constexpr Said spans_changed{"Spans changed", "Изменённые сроки"};
constexpr Said sources_added{"Sources added", "Добавленные источники"};
constexpr Said sources_dropped{"Sources dropped", "Убранные источники"};
constexpr Said sources_changed{"Sources changed", "Изменённые источники"};
constexpr Said claims_added{"Claims added", "Добавленные утверждения"};
constexpr Said claims_dropped{"Claims dropped", "Убранные утверждения"};
constexpr Said claim_changed{"Claim changed", "Изменённое утверждение"};
constexpr Said field_word{"Field", "Поле"};
constexpr Said before_word{"Before", "Было"};
constexpr Said now_word{"Now", "Стало"};

class DifferencePage {
 public:
  explicit DifferencePage(wire::TimelineDifference const& all)
      : all_(all), language_(language_of(all.language)) {}

  std::string run() {
    out_ = html::begin_page(said(what_changed) + ": " + all_.title, language_);
    out_ += "<header>\n<h1>" + said(what_changed) + ": " + written(all_.title) + "</h1>\n";
    tell_sides();
    out_ += "</header>\n<main>\n";
    if (all_.empty()) out_ += "<p>" + said(nothing_changed) + "</p>\n";
    if (!all_.head.empty()) in_section(about_itself, all_.head.size(), [&] { tell(all_.head); });
    items(entries_added, all_.entries_added);
    items(entries_dropped, all_.entries_dropped);
    if (!all_.entries_changed.empty())
      in_section(entries_changed, all_.entries_changed.size(), [&] {
        for (auto const& change : all_.entries_changed) tell(change);
      });
    items(entries_moved, all_.entries_moved);
    parts(all_.spans, spans_added, spans_dropped, spans_changed);
    parts(all_.sources, sources_added, sources_dropped, sources_changed);
    out_ += "</main>\n" + html::end_page();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string said(Said const& one) const { return std::string(one.in(language_)); }
  [[nodiscard]] static std::string written(std::string_view text) {
    return html::written("bdi", "", "", text);
  }

  [[nodiscard]] std::string side(wire::DifferenceSide const& of) const {
    std::string text = of.snapshot   ? said(snapshot_word) + " " + std::to_string(*of.snapshot)
                       : of.known_by ? std::string(phrase(Phrase::known_by, language_)) + " " +
                                           html::date(*of.known_by, language_)
                                     : said(as_it_is_now);
    text +=
        "<br>" + std::string(phrase(Phrase::changed_at, language_)) + " " + html::date(of.as_of, language_);
    if (of.sha256) text += "<br><code>SHA-256 " + escape_markup(*of.sha256) + "</code>";
    return text;
  }

  void tell_sides() {
    out_ += "<section class=\"about\" aria-labelledby=\"about-heading\">\n<h2 id=\"about-heading\">" +
            said(compared) + "</h2>\n<dl>\n<div><dt>" + said(earlier) + "</dt><dd>" + side(all_.from) +
            "</dd></div>\n<div><dt>" + said(later) + "</dt><dd>" + side(all_.to) +
            "</dd></div>\n</dl>\n</section>\n";
  }

  template <class Work>
  void in_section(Said const& heading, std::size_t count, Work const& work) {
    auto const id = "part-" + std::to_string(++sections_);
    out_ += "<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">" + said(heading) +
            " <span class=\"count\">(" + std::to_string(count) + ")</span></h2>\n";
    work();
    out_ += "</section>\n";
  }

  [[nodiscard]] std::string named(wire::NamedItem const& item) const {
    auto out = written(item.title);
    if (item.date) out += " <span class=\"date\">" + html::date(*item.date, language_) + "</span>";
    return out + " <code>" + escape_markup(item.dataset + "/" + item.key) + "</code>";
  }

  void items(Said const& heading, std::vector<wire::NamedItem> const& all) {
    if (all.empty()) return;
    in_section(heading, all.size(), [&] {
      out_ += "<ul>\n";
      for (auto const& item : all) out_ += "<li>" + named(item) + "</li>\n";
      out_ += "</ul>\n";
    });
  }

  void parts(wire::PartsDifference const& all, Said const& added, Said const& dropped, Said const& changed) {
    items(added, all.added);
    items(dropped, all.dropped);
    if (all.changed.empty()) return;
    in_section(changed, all.changed.size(), [&] {
      for (auto const& change : all.changed) {
        out_ += "<h3>" + named(change.part) + "</h3>\n";
        tell(change.changes);
      }
    });
  }

  void tell(std::vector<wire::FieldChange> const& changes) {
    if (changes.empty()) return;
    auto const cell = [&](Said const& column, std::string const& field, std::string const& json) {
      return "<td data-label=\"" + said(column) + "\">" + written(wire::readable(field, json, language_)) +
             "</td>";
    };
    out_ += "<table>\n<thead><tr>";
    for (auto const* column : {&field_word, &before_word, &now_word})
      out_ += "<th scope=\"col\">" + said(*column) + "</th>";
    out_ += "</tr></thead>\n<tbody>\n";
    for (auto const& change : changes) {
      out_ += "<tr><th scope=\"row\">" + escape_markup(describe_field(change.field, language_)) + "</th>" +
              cell(before_word, change.field, change.from) + cell(now_word, change.field, change.to) +
              "</tr>\n";
    }
    out_ += "</tbody>\n</table>\n";
  }

  /// A snapshot from elsewhere may have others than ours.
  [[nodiscard]] std::string_view stance_of(wire::ClaimItem const& claim) const {
    auto const known = from_word<Stance>(claim.stance);
    return known ? describe(*known, language_) : std::string_view(claim.stance);
  }

  void claims(Said const& heading, std::vector<wire::ClaimItem> const& all) {
    if (all.empty()) return;
    out_ += "<p class=\"label\">" + said(heading) + "</p>\n<ul>\n";
    for (auto const& claim : all) {
      out_ += "<li><span class=\"stance\">" + escape_markup(stance_of(claim)) + "</span> <code>" +
              escape_markup(claim.key) + "</code> · " + std::string(phrase(Phrase::source, language_)) +
              " <code>" + escape_markup(claim.source) + "</code>";
      if (claim.gist) out_ += ": " + written(*claim.gist);
      out_ += "</li>\n";
    }
    out_ += "</ul>\n";
  }

  void tell(wire::EntryChange const& change) {
    out_ += "<h3>" + named(change.entry) + "</h3>\n";
    tell(change.changes);
    claims(claims_added, change.claims_added);
    claims(claims_dropped, change.claims_dropped);
    for (auto const& claim : change.claims_changed) {
      out_ += "<p class=\"label\">" + said(claim_changed) + " <code>" + escape_markup(claim.key) +
              "</code></p>\n";
      tell(claim.changes);
    }
  }

  wire::TimelineDifference const& all_;
  Language language_;
  std::string out_;
  int sections_ = 0;
};

}  // namespace

std::string timeline_difference_html(wire::TimelineDifference const& difference) {
  return DifferencePage(difference).run();
}

}  // namespace annals::render
