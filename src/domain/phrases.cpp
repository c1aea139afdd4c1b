#include "domain/phrases.hpp"

#include <array>

#include "domain/said.hpp"

namespace annals {
namespace {

// In the order of Phrase.
constexpr std::array<Said, phrase_count> phrases{{
    {"Sources", "Источники"},
    {"Spans", "Сроки"},
    {"Disputed", "Разногласия"},
    {"Undated", "Без даты"},
    {"Cite as", "Ссылаться так"},
    {"Licence", "Лицензия"},
    {"Filter", "Отбор"},
    {"As the published sources stood at the end of", "По источникам, опубликованным к концу"},
    {"As the database stood at", "По состоянию базы данных на"},
    {"Latest change", "Последнее изменение"},
    {"Sources differ on", "Источники расходятся:"},
    {"Not evidenced by a known source", "Не подтверждено известным источником"},
    {"Denied by", "Отрицают:"},
    {"reported by", "сообщают:"},
    {"planned", "по плану"},
    {"left out: the source has no date of publication", "не учтено: у источника нет даты публикации"},
    {"archived", "архивная копия"},
    {"accessed", "дата обращения"},
    {"republished from", "перепечатано из"},
    {"reliability", "надёжность"},
    {"Skip to the timeline", "К хронологии"},
    {"Timeline", "Хронология"},
    {"About this timeline", "Об этой хронологии"},
    {"What the sources say", "Что говорят источники"},
    {"Connections", "Связи"},
    {"Numbers", "Числа"},
    {"approximate", "приблизительно"},
    {"uncertain", "дата под вопросом"},
    {"order uncertain", "порядок не установлен"},
    {"disputed", "источники расходятся"},
    {"Also told as", "Также описано как"},
    {"said", "сказано"},
    {"answers", "отвечает на"},
    {"credibility", "достоверность"},
    {"Event", "Событие"},
    {"Duration", "Длительность"},
    {"Planned", "По плану"},
    {"Difference", "Разница"},
    {"Planned end", "Плановое окончание"},
    {"Planned dates", "Планировавшиеся даты"},
    {"ended", "завершилось"},
    {"Claim", "Утверждение"},
    {"Denial", "Отрицание"},
    {"Denied", "Отрицается"},
    {"more, which are not shown here", "и другие, которые здесь не показаны"},
    {"Also republished by", "Также перепечатали:"},
    {"A copy of source", "Перепечатка источника"},
    {"Cited in entry", "Упомянуто в записи"},
    {"Source", "Источник"},
    {"and further", "и ещё"},
    {"Not on this page: participants, tags and attributes of events",
     "Не показано на этой странице: участники, метки и дополнительные поля событий"},
    {"Not in this text: the single claims with their quotations, participants, tags and attributes of "
     "events; "
     "the other formats have them.",
     "Не вошли в этот текст: отдельные утверждения с цитатами, участники, метки и дополнительные поля "
     "событий; они есть в других форматах."},
    {"an unknown number of days", "неизвестное число дней"},
    {"The date is vague", "Дата неточная"},
    {"Not shown here: descriptions, notes, participants, quantities, values in dispute, claims, relations, "
     "spans and sources; the other formats have them.",
     "Здесь не показаны описания, примечания, участники, величины, расходящиеся значения, утверждения, "
     "связи, сроки и источники; они есть в других форматах."},
    {"too short to show as a bar", "слишком коротко для полосы"},
    {"from beginning to end", "от начала до конца"},
    {"not known exactly when within", "когда именно в этих пределах, неизвестно"},
    {"goes on, or no limit is known", "продолжается, или предел неизвестен"},
    {"beginning or end unknown", "начало или конец неизвестны"},
    {"at each of these times", "в каждое из этих времён"},
}};

// In the order of EventStatus.
constexpr std::array<Said, 6> status_words{{{"occurred", "произошло"},
                                            {"ongoing", "продолжается"},
                                            {"planned", "запланировано"},
                                            {"cancelled", "отменено"},
                                            {"unconfirmed", "не подтверждено"},
                                            {"refuted", "опровергнуто"}}};
// In the order of Stance.
constexpr std::array<Said, 8> stance_words{{{"asserts", "утверждает"},
                                            {"confirms", "подтверждает"},
                                            {"denies", "отрицает"},
                                            {"plans", "планирует"},
                                            {"predicts", "предсказывает"},
                                            {"doubts", "сомневается"},
                                            {"retracts", "отзывает"},
                                            {"has no information", "не располагает сведениями"}}};

struct Forms {
  std::string_view one, other;               // of English
  std::string_view ru_one, ru_few, ru_many;  // of Russian: 1, 2 to 4, 5 and more
};
// In the order of Counted.
constexpr std::array<Forms, 5> counted_forms{
    {{"day", "days", "день", "дня", "дней"},
     {"source", "sources", "источник", "источника", "источников"},
     {"claim", "claims", "утверждение", "утверждения", "утверждений"},
     {"entry", "entries", "запись", "записи", "записей"},
     {"independent source", "independent sources", "независимый источник", "независимых источника",
      "независимых источников"}}};

/// The rule of Russian in CLDR: 1, 21, 31 but not 11; 2 to 4, 22 to 24 but not 12 to 14; the rest.
std::string_view form_of(std::int64_t number, Forms const& forms, Language language) {
  if (language == Language::en) return number == 1 ? forms.one : forms.other;
  auto const tens = number / 10 % 10, ones = number % 10;
  if (tens == 1 || ones == 0 || ones > 4) return forms.ru_many;
  return ones == 1 ? forms.ru_one : forms.ru_few;
}

}  // namespace

Language language_of(std::string_view tag) {
  return tag.substr(0, tag.find('-')) == "ru" ? Language::ru : Language::en;
}

std::string_view tag(Language language) { return language == Language::ru ? "ru" : "en"; }

std::string_view phrase(Phrase phrase, Language language) {
  return phrases[static_cast<std::size_t>(phrase)].in(language);
}

std::string counted(std::int64_t number, Counted counted, Language language) {
  auto const& forms = counted_forms[static_cast<std::size_t>(counted)];
  return std::to_string(number) + " " + std::string(form_of(number, forms, language));
}

std::string describe(DayCount const& days, Language language) {
  if (!days.min && !days.max) return std::string(phrase(Phrase::unknown_number_of_days, language));
  if (days.min == days.max) return counted(*days.min, Counted::days, language);
  auto const least = days.min ? std::to_string(*days.min) : "?";
  if (!days.max) return least + (language == Language::ru ? "–? дней" : " to ? days");
  return least + (language == Language::ru ? "–" : " to ") + counted(*days.max, Counted::days, language);
}

std::string_view describe(EventStatus status, Language language) {
  return status_words[static_cast<std::size_t>(status)].in(language);
}

std::string_view describe(Stance stance, Language language) {
  return stance_words[static_cast<std::size_t>(stance)].in(language);
}

}  // namespace annals
