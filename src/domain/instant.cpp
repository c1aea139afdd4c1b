#include "domain/instant.hpp"

#include <date/date.h>

#include <charconv>

#include "base/ascii.hpp"

namespace annals {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  /// Exactly `digits` digits, from `min` to `max`.
  std::optional<int> number(std::size_t digits, int min, int max) {
    auto const value = run(digits, digits);
    return value && *value >= min && *value <= max ? value : std::nullopt;
  }
  /// One to six decimals, as microseconds.
  std::optional<int> decimals() {
    auto const before = rest_.size();
    auto value = run(1, 6);
    if (!value) return std::nullopt;
    for (auto length = before - rest_.size(); length < 6; ++length) *value *= 10;
    return value;
  }
  [[nodiscard]] bool is_done() const { return rest_.empty(); }

 private:
  std::optional<int> run(std::size_t least, std::size_t most) {
    std::size_t length = 0;
    while (length < most && length < rest_.size() && is_digit(rest_[length])) ++length;
    if (length < least) return std::nullopt;
    int value = 0;
    std::from_chars(rest_.data(), rest_.data() + length, value);
    rest_.remove_prefix(length);
    return value;
  }
  std::string_view rest_;
};

using Microseconds = std::chrono::microseconds;

std::optional<date::sys_days> read_day(Reader& reader) {
  auto const year = reader.number(4, 1, 9999);
  if (!year || !reader.take('-')) return std::nullopt;
  auto const month = reader.number(2, 1, 12);
  if (!month || !reader.take('-')) return std::nullopt;
  auto const day = reader.number(2, 1, 31);
  if (!day) return std::nullopt;
  auto const found = date::year(*year) / *month / *day;
  return found.ok() ? std::optional(date::sys_days(found)) : std::nullopt;
}

std::optional<Microseconds> read_time(Reader& reader) {
  auto const hour = reader.number(2, 0, 23);
  if (!hour || !reader.take(':')) return std::nullopt;
  auto const minute = reader.number(2, 0, 59);
  if (!minute || !reader.take(':')) return std::nullopt;
  auto const second = reader.number(2, 0, 59);
  if (!second) return std::nullopt;
  int decimals = 0;
  if (reader.take('.')) {
    auto const given = reader.decimals();
    if (!given) return std::nullopt;
    decimals = *given;
  }
  return std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second) +
         Microseconds(decimals);
}

std::optional<std::chrono::minutes> read_offset(Reader& reader) {
  if (reader.take('Z') || reader.take('z')) return std::chrono::minutes(0);
  bool const east = reader.take('+');
  if (!east && !reader.take('-')) return std::nullopt;
  auto const hours = reader.number(2, 0, 14);
  if (!hours || !reader.take(':')) return std::nullopt;
  auto const minutes = reader.number(2, 0, 59);
  if (!minutes || *hours * 60 + *minutes > 14 * 60) return std::nullopt;
  auto const offset = std::chrono::minutes(*hours * 60 + *minutes);
  return east ? offset : -offset;
}

}  // namespace

std::optional<std::string> parse_instant(std::string_view text) {
  Reader reader(text);
  auto const day = read_day(reader);
  if (!day || (!reader.take('T') && !reader.take('t') && !reader.take(' '))) return std::nullopt;
  auto const time = read_time(reader);
  if (!time) return std::nullopt;
  auto const offset = read_offset(reader);
  if (!offset || !reader.is_done()) return std::nullopt;
  date::sys_time<Microseconds> const instant = *day + *time - *offset;
  auto const year = date::year_month_day(date::floor<date::days>(instant)).year();
  if (year < date::year(1) || year > date::year(9999)) return std::nullopt;
  return date::format("%FT%TZ", instant);
}

}  // namespace annals
