#include <array>

#include "domain/edtf.hpp"
#include "domain/phrases.hpp"

namespace annals {
// Named, not anonymous: its names are those of the English text, and libraries are compiled several files at
// once.
namespace russian {
namespace {

using edtf::clock_text;
using edtf::Date;
using edtf::Element;
using edtf::has_gap;

/// Whether a word governs the date ("около октября"), or it stands by itself ("октябрь").
enum class Case { nominative, genitive };

struct Noun {
  char const *nominative, *genitive;
  [[nodiscard]] std::string in(Case of) const { return of == Case::nominative ? nominative : genitive; }
};

constexpr std::array<Noun, 12> months{{{"январь", "января"},
                                       {"февраль", "февраля"},
                                       {"март", "марта"},
                                       {"апрель", "апреля"},
                                       {"май", "мая"},
                                       {"июнь", "июня"},
                                       {"июль", "июля"},
                                       {"август", "августа"},
                                       {"сентябрь", "сентября"},
                                       {"октябрь", "октября"},
                                       {"ноябрь", "ноября"},
                                       {"декабрь", "декабря"}}};
// EDTF level 2: 21 to 41.
constexpr std::array<Noun, 21> groupings{{{"весна", "весны"},
                                          {"лето", "лета"},
                                          {"осень", "осени"},
                                          {"зима", "зимы"},
                                          {"северная весна", "северной весны"},
                                          {"северное лето", "северного лета"},
                                          {"северная осень", "северной осени"},
                                          {"северная зима", "северной зимы"},
                                          {"южная весна", "южной весны"},
                                          {"южное лето", "южного лета"},
                                          {"южная осень", "южной осени"},
                                          {"южная зима", "южной зимы"},
                                          {"первый квартал", "первого квартала"},
                                          {"второй квартал", "второго квартала"},
                                          {"третий квартал", "третьего квартала"},
                                          {"четвёртый квартал", "четвёртого квартала"},
                                          {"первая треть", "первой трети"},
                                          {"вторая треть", "второй трети"},
                                          {"последняя треть", "последней трети"},
                                          {"первое полугодие", "первого полугодия"},
                                          {"второе полугодие", "второго полугодия"}}};

std::string number_of(Day day) { return std::to_string(static_cast<int>(date::year_month_day(day).year())); }

// The year 0 of EDTF is 1 BC.
std::string year_words(Day day) {
  int const year = static_cast<int>(date::year_month_day(day).year());
  return year > 0 ? std::to_string(year) : std::to_string(1 - year);
}

std::string_view era_words(Day day) {
  return static_cast<int>(date::year_month_day(day).year()) > 0 ? "" : " до н. э.";
}

std::string year_text(Date const& date, Case of) {
  Date bare = date;
  bare.month.reset();
  bare.day.reset();
  bare.clock.reset();
  auto const days = edtf::days_of(bare).value();
  int const first = static_cast<int>(date::year_month_day(*days.first).year());
  int const last = static_cast<int>(date::year_month_day(*days.last).year());
  bool const is_genitive = of == Case::genitive;
  if (first == last)
    return year_words(*days.first) + (is_genitive ? " года" : " год") + std::string(era_words(*days.first));
  if (first >= 0 && last - first == 9) return number_of(*days.first) + (is_genitive ? "-х годов" : "-е годы");
  return year_words(*days.first) + std::string(era_words(*days.first)) + "–" + year_words(*days.last) +
         (is_genitive ? " годов" : " годы") + std::string(era_words(*days.last));
}

std::string month_text(Date const& date, Case of) {
  auto const& digits = date.month->digits;
  auto const year = year_text(date, Case::genitive);
  if (has_gap(digits)) {
    auto const which = digits[0] == '0'   ? " с января по сентябрь "
                       : digits[0] == '1' ? " с октября по декабрь "
                                          : " ";
    return (of == Case::genitive ? "одного из месяцев" : "один из месяцев") + std::string(which) + year;
  }
  auto const number = static_cast<std::size_t>(std::stoi(digits));
  return (number > 20 ? groupings[number - 21] : months[number - 1]).in(of) + " " + year;
}

std::string day_number(std::string const& digits) { return std::to_string(std::stoi(digits)); }

std::string day_text(Date const& date, Case of) {
  auto const month = month_text(date, Case::genitive);
  if (!has_gap(date.day->digits)) {
    if (!has_gap(date.month->digits)) return day_number(date.day->digits) + " " + month;
    return day_number(date.day->digits) + "-е число " + month;
  }
  std::string const one = of == Case::genitive ? "одного из дней " : "один из дней ";
  if (date.day->digits == "XX") return one + month;
  auto const days = edtf::days_of(date).value();
  auto const number = [](Day day) {
    return std::to_string(static_cast<unsigned>(date::year_month_day(day).day()));
  };
  return one + "с " + number(*days.first) + " по " + number(*days.last) + " " + month;
}

std::string plain(Date const& date, Case of) {
  if (!date.month) return year_text(date, of);
  if (!date.day) return month_text(date, of);
  return date.clock ? day_text(date, of) + ", " + clock_text(*date.clock) : day_text(date, of);
}

std::string mark_words(char mark) {
  return mark == '?' ? "под вопросом" : mark == '~' ? "приблизительно" : "приблизительно и под вопросом";
}

std::string text_of(Date const& date, Case of) {
  auto const [whole, of_part] = edtf::marks_of(date);
  bool const is_about = whole == '~' || whole == '%';
  auto text = plain(date, is_about ? Case::genitive : of);
  if (is_about) text = "около " + text;
  if (whole == '?' || whole == '%') text = "предположительно " + text;
  constexpr std::array names{"год", "месяц", "день"};
  std::string remarks;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (of_part[i])
      remarks += (remarks.empty() ? "" : ", ") + std::string(names[i]) + " " + mark_words(of_part[i]);
  }
  return remarks.empty() ? text : text + " (" + remarks + ")";
}

/// A dash needs no case; one of two days is said with "или", a stretch of which all days count with a dash.
std::string text_of(Element const& element, bool among_all) {
  if (!element.range) return text_of(*element.from, Case::nominative);
  if (element.from && element.to) {
    auto const text =
        text_of(*element.from, Case::nominative) + " – " + text_of(*element.to, Case::nominative);
    return among_all ? text : "в промежутке " + text;
  }
  if (element.from) return "не ранее " + text_of(*element.from, Case::genitive);
  return "не позднее " + text_of(*element.to, Case::genitive);
}

std::string interval_text(Element const& start, Element const& end) {
  auto const text = [](Element const& side) { return text_of(*side.from, Case::nominative); };
  if (start.from && end.from) return text(start) + " – " + text(end);
  if (start.from)
    return end.open ? "с " + text_of(*start.from, Case::genitive) : text(start) + " – неизвестно";
  if (end.from)
    return start.open ? "до " + text_of(*end.from, Case::genitive) + " включительно"
                      : "неизвестно – " + text(end);
  return start.open && end.open ? "всегда" : start.open ? "до неизвестной даты" : "с неизвестной даты";
}

std::string describe(edtf::Expression const& tree, DateKind kind) {
  if (kind == DateKind::interval) return interval_text(tree.elements[0], tree.elements[1]);
  std::string text;
  for (std::size_t i = 0; i < tree.elements.size(); ++i) {
    if (i > 0) text += i + 1 < tree.elements.size() ? ", " : tree.one_of ? " или " : " и ";
    text += text_of(tree.elements[i], !tree.one_of);
  }
  return text;
}

}  // namespace
}  // namespace russian

std::string describe(DateExpression const& date, Language language) {
  return language == Language::ru ? russian::describe(date.tree(), date.kind()) : describe(date);
}

}  // namespace annals
