#include "db/quantity_column.hpp"

#include <charconv>
#include <stdexcept>

namespace annals::db {
namespace {

std::optional<std::int64_t>& part_of(Quantity& quantity, std::string_view name) {
  if (name == "low") return quantity.low;
  if (name == "best") return quantity.best;
  if (name == "high") return quantity.high;
  throw std::logic_error("a quantity has a part that is none");
}

std::int64_t number_at(std::string_view text) {
  std::int64_t number{};
  if (std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc())
    throw std::logic_error("a quantity has a number that is none");
  return number;
}

}  // namespace

std::string to_jsonb(Quantities const& quantities) {
  std::string text = "{";
  for (auto const& [name, quantity] : quantities) {
    if (text.size() > 1) text += ',';
    text += '"' + name + "\":{";
    auto const part = [&](char const* part_name, std::optional<std::int64_t> const& value) {
      if (!value) return;
      if (text.back() != '{') text += ',';
      text += '"' + std::string(part_name) + "\":" + std::to_string(*value);
    };
    part("low", quantity.low);
    part("best", quantity.best);
    part("high", quantity.high);
    text += '}';
  }
  return text + '}';
}

Quantities from_jsonb(std::string_view text) {
  constexpr std::string_view after_name = "\": ";
  Quantities all;
  Quantity* quantity = nullptr;
  for (auto at = text.find('"'); at != std::string_view::npos; at = text.find('"', at)) {
    auto const end = text.find(after_name, at + 1);
    if (end == std::string_view::npos) throw std::logic_error("quantities that are none");
    auto const name = text.substr(at + 1, end - at - 1);
    at = end + after_name.size();
    bool const begins = text.substr(at).starts_with('{');
    if (!begins && quantity == nullptr) throw std::logic_error("a part of no quantity");
    if (begins) {
      quantity = &all[std::string(name)];
    } else {
      part_of(*quantity, name) = number_at(text.substr(at));
    }
  }
  return all;
}

}  // namespace annals::db
