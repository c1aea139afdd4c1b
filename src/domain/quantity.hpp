#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

/// A count as a source gives it: one number, a range, or low, best and high. At least one is there; each is 0
/// to 2^53 - 1 (the integers that every JSON reader keeps).
struct Quantity {
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> best;
  std::optional<std::int64_t> high;

  bool operator==(Quantity const&) const = default;
};

inline constexpr std::int64_t quantity_max = 9007199254740991;

/// By name, bytewise.
using Quantities = std::map<std::string, Quantity, std::less<>>;

/// The numbers that a quantity allows: a single number is exact, low..high a range; a missing side is no
/// limit.
struct NumberRange {
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> to;

  bool operator==(NumberRange const&) const = default;
};
[[nodiscard]] NumberRange range_of(Quantity const& quantity);

/// "1960", "2000..9999", "300/380/400", any of the parts empty (contract section 6); nothing where it is none
/// of these.
[[nodiscard]] std::optional<Quantity> parse_quantity(std::string_view text);
[[nodiscard]] std::string print_quantity(Quantity const& quantity);

/// Contract section 2: two quantities conflict when they share no number.
[[nodiscard]] bool conflict(Quantity const& a, Quantity const& b);

}  // namespace annals
