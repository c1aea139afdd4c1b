#include "domain/field_words.hpp"

#include <algorithm>
#include <utility>

#include "domain/said.hpp"

namespace annals {
namespace {

constexpr std::pair<std::string_view, Said> field_names[] = {
    {"answers", {"answers the claim", "отвечает на утверждение"}},
    {"archived_url", {"archived copy", "архивная копия"}},
    {"attributes", {"further fields", "дополнительные поля"}},
    {"citation", {"citation", "библиографическая ссылка"}},
    {"claimant", {"who says it", "кто утверждает"}},
    {"claims_without_publication_date",
     {"claims without a date of publication", "утверждения без даты публикации"}},
    {"credibility", {"credibility", "достоверность"}},
    {"datasets", {"datasets", "наборы данных"}},
    {"date", {"date", "дата"}},
    {"days", {"duration", "длительность"}},
    {"description", {"description", "описание"}},
    {"difference_days", {"difference from the plan", "отклонение от плана"}},
    {"end", {"ended by", "чем завершилось"}},
    {"entry_note", {"note on the entry", "примечание к записи"}},
    {"gist", {"gist", "суть"}},
    {"incoming_relations", {"connections from others", "связи от других"}},
    {"independent_denials", {"independent denials", "независимые отрицания"}},
    {"independent_sources", {"independent sources", "независимые источники"}},
    {"introduction", {"introduction", "введение"}},
    {"language", {"language", "язык"}},
    {"locator", {"place in the source", "место в источнике"}},
    {"merged", {"also told as", "также описано как"}},
    {"not_evidenced", {"not evidenced", "не подтверждено"}},
    {"note", {"note", "примечание"}},
    {"participants", {"participants", "участники"}},
    {"place", {"place", "место"}},
    {"planned_days", {"planned duration", "плановая длительность"}},
    {"planned_end", {"planned end", "плановое окончание"}},
    {"plans", {"planned dates", "планировавшиеся даты"}},
    {"quantities", {"numbers", "числа"}},
    {"query", {"filter", "отбор"}},
    {"quote", {"quotation", "цитата"}},
    {"relations", {"connections", "связи"}},
    {"reliability", {"reliability", "надёжность"}},
    {"republishes", {"copy of", "перепечатка из"}},
    {"said", {"said on", "когда сказано"}},
    {"section", {"section", "раздел"}},
    {"source", {"source", "источник"}},
    {"stance", {"stance", "позиция"}},
    {"start", {"started by", "чем началось"}},
    {"status", {"status", "статус"}},
    {"tags", {"tags", "метки"}},
    {"title", {"title", "название"}},
    {"type", {"type", "вид"}},
    {"url", {"address", "адрес"}},
    {"visibility", {"visibility", "видимость"}},
};
static_assert(std::ranges::is_sorted(field_names, {}, &std::pair<std::string_view, Said>::first));

/// A member within another: what is told in front of its own name.
constexpr std::pair<std::string_view, Said> within[] = {
    {"asserted.", {"", ""}},
    {"disputes.", {"disputed: ", "разногласия: "}},
    {"query.", {"filter: ", "отбор: "}},
};

}  // namespace

std::string describe_field(std::string_view field, Language language) {
  constexpr std::string_view quantities = "quantities.";
  if (field.starts_with(quantities)) return describe_open_word(field.substr(quantities.size()));
  for (auto const& [prefix, words] : within) {
    if (field.starts_with(prefix))
      return std::string(words.in(language)) + describe_field(field.substr(prefix.size()), language);
  }
  auto const found =
      std::ranges::lower_bound(field_names, field, {}, &std::pair<std::string_view, Said>::first);
  if (found != std::end(field_names) && found->first == field) return std::string(found->second.in(language));
  return describe_open_word(field);
}

std::string describe_open_word(std::string_view word) {
  std::string text(word);
  std::ranges::replace(text, '_', ' ');
  return text;
}

}  // namespace annals
