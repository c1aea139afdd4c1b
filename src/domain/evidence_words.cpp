#include "domain/evidence_words.hpp"

#include <algorithm>
#include <array>

#include "domain/said.hpp"

namespace annals {
namespace {

// In the order of Reliability.
constexpr std::array<Said, 6> reliabilities{{{"completely reliable", "полностью надёжен"},
                                             {"usually reliable", "обычно надёжен"},
                                             {"fairly reliable", "достаточно надёжен"},
                                             {"not usually reliable", "обычно ненадёжен"},
                                             {"unreliable", "ненадёжен"},
                                             {"cannot be judged", "надёжность не определить"}}};
constexpr std::array<Said, 6> credibilities{
    {{"confirmed by other sources", "подтверждено другими источниками"},
     {"probably true", "вероятно, верно"},
     {"possibly true", "возможно, верно"},
     {"doubtful", "сомнительно"},
     {"improbable", "маловероятно"},
     {"cannot be judged", "достоверность не определить"}}};
// In the order of EventRelationKind.
constexpr std::array<Said, 13> relations{{{"is part of", "часть события"},
                                          {"starts", "начинает"},
                                          {"ends", "завершает"},
                                          {"is the planned end of", "плановое окончание события"},
                                          {"provides for", "предусматривает"},
                                          {"causes", "вызывает"},
                                          {"precedes", "предшествует событию"},
                                          {"responds to", "отвечает на"},
                                          {"confirms", "подтверждает"},
                                          {"contradicts", "противоречит событию"},
                                          {"cancels", "отменяет"},
                                          {"concerns", "касается события"},
                                          {"is the same as", "то же, что"}}};
// The same from their other end.
constexpr std::array<Said, 13> inverse_relations{
    {{"includes", "включает"},
     {"is started by", "начинается событием"},
     {"is ended by", "завершается событием"},
     {"was planned to end with", "по плану завершается событием"},
     {"is provided for by", "предусмотрено событием"},
     {"is caused by", "вызвано событием"},
     {"follows", "следует за событием"},
     {"is answered by", "получает ответ:"},
     {"is confirmed by", "подтверждается событием"},
     {"is contradicted by", "противоречит ему:"},
     {"is cancelled by", "отменено событием"},
     {"is the subject of", "этого касается:"},
     {"is the same as", "то же, что"}}};

}  // namespace

std::string_view describe(Reliability reliability, Language language) {
  return reliabilities[static_cast<std::size_t>(reliability)].in(language);
}

std::string_view describe_credibility(int grade, Language language) {
  return credibilities.at(static_cast<std::size_t>(grade - 1)).in(language);
}

std::string_view describe(EventRelationKind relation, Language language) {
  return relations[static_cast<std::size_t>(relation)].in(language);
}

std::string_view describe_inverse(EventRelationKind relation, Language language) {
  return inverse_relations[static_cast<std::size_t>(relation)].in(language);
}

std::string describe_field(std::string_view field, Language language) {
  constexpr std::string_view quantities = "quantities.";
  if (field == "date") return std::string(Said{"date", "дата"}.in(language));
  if (field == "place") return std::string(Said{"place", "место"}.in(language));
  if (field == "status") return std::string(Said{"status", "статус"}.in(language));
  std::string name(field.starts_with(quantities) ? field.substr(quantities.size()) : field);
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

}  // namespace annals
