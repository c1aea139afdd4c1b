#include "domain/parameter_values.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "base/text.hpp"
#include "domain/country.hpp"

namespace annals::parameter {
namespace {

constexpr std::size_t datasets_max = 100;
constexpr std::size_t words_bytes_max = 512;
constexpr std::size_t words_max = 32;
constexpr double radius_km_max = 20038;  // half of the equator
constexpr char const* what_is_wrong = "a parameter of the request is wrong";

Fault fault_of(std::string const& name, std::string const& message, std::optional<int> position) {
  return {quote_for_message(name), Problem::invalid_parameter, message, position, {}, ""};
}

double decimal(std::string_view text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    throw Wrong{"must be decimal numbers"};
  return value;
}

std::string shortest(double value) {
  std::array<char, 32> text{};
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

}  // namespace

std::vector<std::string> split(std::string const& text) {
  std::vector<std::string> parts;
  for (std::size_t from = 0;;) {
    auto const comma = text.find(',', from);
    parts.push_back(text.substr(from, comma - from));
    if (comma == std::string::npos) return parts;
    from = comma + 1;
  }
}

std::vector<std::string> split(std::string const& text, bool (*is_good)(std::string_view), char const* what) {
  auto parts = split(text);
  for (auto const& part : parts) {
    if (!is_good(part)) throw Wrong{std::string("must be ") + what + ", separated by commas"};
  }
  return parts;
}

std::string plain_text(std::string const& text) {
  if (text.empty()) throw Wrong{"is empty"};
  if (auto const bad = check_text(text, 500)) throw Wrong{bad->message};
  return text;
}

bool truth(std::string const& text) {
  if (text != "true" && text != "false") throw Wrong{"must be true or false"};
  return text == "true";
}

std::int64_t integer(std::string const& text, std::int64_t min, std::int64_t max) {
  std::int64_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < min || value > max)
    throw Wrong{"must be an integer from " + std::to_string(min) + " to " + std::to_string(max)};
  return value;
}

double number(std::string const& text, double min, double max) {
  auto const value = decimal(text);
  if (value < min || value > max)
    throw Wrong{"must be a number from " + shortest(min) + " to " + shortest(max)};
  return value;
}

Point point(std::string const& longitude, std::string const& latitude) {
  Point const p{decimal(longitude), decimal(latitude)};
  if (std::abs(p.longitude) > 180 || std::abs(p.latitude) > 90)
    throw Wrong{"must lie within -180 to 180 degrees east and -90 to 90 degrees north"};
  return p;
}

Point point(std::string const& text) {
  auto const sides = split(text);
  if (sides.size() != 2) throw Wrong{"must be longitude,latitude"};
  return point(sides[0], sides[1]);
}

double radius_km(std::string const& text) {
  auto const radius = decimal(text);
  if (radius <= 0 || radius > radius_km_max) throw Wrong{"must be more than 0 and at most 20038"};
  return radius;
}

DateExpression date(std::string const& text) {
  try {
    return DateExpression::parse(text);
  } catch (DateError const& error) {
    throw Wrong{error.what(), error.position()};
  }
}

Day last_day(std::string const& text) {
  auto const end = date(text).bounds().end.latest;
  if (!end) throw Wrong{"has no last day"};
  return end->day;
}

std::vector<std::string> dataset_keys(std::string const& text) {
  auto keys = split(text, is_key, "keys");
  if (keys.size() > datasets_max) throw Wrong{"names more than 100 datasets"};
  return keys;
}

std::vector<std::string> country_codes(std::string const& text) {
  return split(text, is_country, "ISO 3166-1 alpha-2 codes");
}

std::string query_words(std::string const& text) {
  if (text.size() > words_bytes_max) throw Wrong{"has more than 512 bytes"};
  auto const folded = fold(plain_text(text));
  if (std::count(folded.begin(), folded.end(), ' ') >= static_cast<std::ptrdiff_t>(words_max))
    throw Wrong{"has more than 32 words"};
  return text;
}

void Faults::see(std::string const& name) {
  if (std::find(seen_.begin(), seen_.end(), name) != seen_.end()) throw Wrong{"is there twice"};
  seen_.push_back(name);
}

void Faults::add(std::string const& name, std::string const& message, std::optional<int> position) {
  faults_.push_back(fault_of(name, message, position));
}

void Faults::refuse() const {
  if (!faults_.empty()) throw Error(Problem::invalid_parameter, what_is_wrong, faults_);
}

void refuse(std::string const& name, std::string const& message) {
  throw Error(Problem::invalid_parameter, what_is_wrong, {fault_of(name, message, {})});
}

void refuse_unknown(Parameters const& left) {
  if (!left.empty()) refuse(left.front().first, "there is no such parameter here");
}

}  // namespace annals::parameter
