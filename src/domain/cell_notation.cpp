#include "domain/cell_notation.hpp"

#include <charconv>
#include <cmath>

namespace annals {

std::optional<double> parse_degrees(std::string_view cell, double most) {
  double value = 0;
  auto const [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  bool const whole = error == std::errc() && end == cell.data() + cell.size();
  if (!whole || !std::isfinite(value) || std::abs(value) > most) return std::nullopt;
  return value == 0 ? 0 : value;
}

std::string must_be_degrees(double most) {
  auto const limit = std::to_string(static_cast<int>(most));
  return "must be decimal degrees from -" + limit + " to " + limit;
}

std::optional<int> parse_credibility(std::string_view cell) {
  bool const is_grade = cell.size() == 1 && cell[0] >= '1' && cell[0] <= '6';
  return is_grade ? std::optional(cell[0] - '0') : std::nullopt;
}

Participant parse_participant(std::string_view member) {
  auto const colon = member.find(':');
  auto const actor = colon == std::string_view::npos ? std::string_view() : member.substr(colon + 1);
  return {std::string(member.substr(0, colon)), {{}, std::string(actor), ""}};
}

std::optional<std::pair<std::string, Quantity>> parse_named_quantity(std::string_view member) {
  auto const equals = member.find('=');
  auto const value =
      equals == std::string_view::npos ? std::nullopt : parse_quantity(member.substr(equals + 1));
  if (!value) return std::nullopt;
  return std::pair(std::string(member.substr(0, equals)), *value);
}

}  // namespace annals
