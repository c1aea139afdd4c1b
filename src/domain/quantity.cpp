#include "domain/quantity.hpp"

#include <charconv>

namespace annals {
namespace {

// An empty part is no number; `ok` turns false on anything else that is not an integer within range.
std::optional<std::int64_t> parse_part(std::string_view text, bool& ok) {
  if (text.empty()) return std::nullopt;
  std::int64_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.front() == '-' || value > quantity_max)
    ok = false;
  return value;
}

std::string print_part(std::optional<std::int64_t> const& part) { return part ? std::to_string(*part) : ""; }

}  // namespace

NumberRange range_of(Quantity const& quantity) {
  if (!quantity.low && !quantity.high) return {quantity.best, quantity.best};
  return {quantity.low, quantity.high};
}

std::optional<Quantity> parse_quantity(std::string_view text) {
  Quantity quantity;
  bool ok = true;
  if (auto const dots = text.find(".."); dots != std::string_view::npos) {
    quantity.low = parse_part(text.substr(0, dots), ok);
    quantity.high = parse_part(text.substr(dots + 2), ok);
  } else if (auto const slash = text.find('/'); slash != std::string_view::npos) {
    auto const second = text.find('/', slash + 1);
    if (second == std::string_view::npos) return std::nullopt;
    quantity.low = parse_part(text.substr(0, slash), ok);
    quantity.best = parse_part(text.substr(slash + 1, second - slash - 1), ok);
    quantity.high = parse_part(text.substr(second + 1), ok);
  } else {
    quantity.best = parse_part(text, ok);
  }
  if (!ok || quantity == Quantity{}) return std::nullopt;
  return quantity;
}

std::string print_quantity(Quantity const& quantity) {
  if (!quantity.low && !quantity.high) return print_part(quantity.best);
  if (!quantity.best) return print_part(quantity.low) + ".." + print_part(quantity.high);
  return print_part(quantity.low) + "/" + print_part(quantity.best) + "/" + print_part(quantity.high);
}

bool conflict(Quantity const& a, Quantity const& b) {
  auto const [a_from, a_to] = range_of(a);
  auto const [b_from, b_to] = range_of(b);
  return (a_to && b_from && *a_to < *b_from) || (b_to && a_from && *b_to < *a_from);
}

}  // namespace annals
