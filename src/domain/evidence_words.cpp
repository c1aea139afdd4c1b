#include "domain/evidence_words.hpp"

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

std::string describe(Quantity const& quantity, Language language) {
  constexpr Said at_least{"at least ", "не менее "}, at_most{"at most ", "не более "}, to{" to ", "–"};
  auto const said = [&](Said const& words) { return std::string(words.in(language)); };
  std::string range;
  if (quantity.low && quantity.high)
    range = std::to_string(*quantity.low) + said(to) + std::to_string(*quantity.high);
  else if (quantity.low)
    range = said(at_least) + std::to_string(*quantity.low);
  else if (quantity.high)
    range = said(at_most) + std::to_string(*quantity.high);
  if (!quantity.best) return range;
  auto const best = std::to_string(*quantity.best);
  return range.empty() ? best : best + " (" + range + ")";
}

}  // namespace annals
