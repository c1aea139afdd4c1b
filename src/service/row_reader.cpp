#include "service/row_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "base/text.hpp"
#include "csv/cell.hpp"
#include "domain/country.hpp"
#include "domain/web_address.hpp"
#include "wire/json_text.hpp"

namespace annals::service {
namespace {

constexpr std::size_t title_max = 500;
constexpr std::size_t text_bytes_max = std::size_t{64} * 1024;
constexpr std::size_t members_max = 200;

std::optional<std::string> if_any(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

}  // namespace

void RowReader::fault(std::string_view column, Problem code, std::string const& message,
                      std::optional<int> position) {
  ok_ = false;
  faults_.add({quote_for_message(column), code, message, position, record_.line, file_});
}

void RowReader::warn(std::string_view column, Problem code, std::string const& message) {
  warnings_.add({std::string(column), code, message, {}, record_.line, file_});
}

std::string RowReader::cell(std::string_view column) const {
  auto const at = header_.find(column);
  return at ? record_.cells[*at] : "";
}

std::string RowReader::gated(std::string_view column, std::size_t characters_max) {
  auto text = normalise_newlines(cell(column));
  auto const bad = check_text(text, characters_max);
  if (!bad) return text;
  fault(column, bad->code, bad->message, bad->position);
  return "";
}

std::optional<std::string> RowReader::title(std::string_view column) {
  return if_any(gated(column, title_max));
}

std::optional<std::string> RowReader::long_text(std::string_view column) {
  auto text = gated(column, text_bytes_max);
  if (text.size() > text_bytes_max) {
    fault(column, Problem::too_long, "has more than 64 KiB");
    return std::nullopt;
  }
  return if_any(std::move(text));
}

std::string RowReader::required_title(std::string_view column) { return required(column, title(column)); }

std::optional<std::string> RowReader::key(std::string_view column) {
  auto text = cell(column);
  if (text.empty() || is_key(text)) return if_any(std::move(text));
  fault(column, Problem::invalid_key,
        "is no key: a letter or digit, then at most 119 letters, digits, '.', '_', ':' or '-'");
  return std::nullopt;
}

std::string RowReader::required_key(std::string_view column) { return required(column, key(column)); }

std::optional<Reference> RowReader::reference(std::string_view column) {
  auto const text = cell(column);
  if (text.empty()) {
    fault(column, Problem::required, "is missing");
    return std::nullopt;
  }
  auto reference = parse_reference(text);
  if (!reference) fault(column, Problem::invalid_key, "is neither a key nor dataset/key");
  return reference;
}

std::optional<std::string> RowReader::open_word(std::string_view column) {
  auto text = cell(column);
  if (text.empty() || is_open_word(text)) return if_any(std::move(text));
  fault(column, Problem::invalid_value, "must be a word of a-z, 0-9 and _, at most 40, a letter first");
  return std::nullopt;
}

std::string RowReader::event_type(std::string_view column) {
  auto text = cell(column);
  if (text.empty()) fault(column, Problem::required, "is missing");
  if (text.empty() || is_event_type(text)) return text;
  fault(column, Problem::invalid_value, "must be words of a-z, 0-9 and _ joined by dots");
  return "";
}

std::optional<std::string> RowReader::country(std::string_view column) {
  auto text = cell(column);
  if (text.empty() || is_country(text)) return if_any(std::move(text));
  fault(column, Problem::invalid_value, "must be a country's two capital letters (ISO 3166-1 alpha-2)");
  return std::nullopt;
}

std::optional<std::string> RowReader::language(std::string_view column) {
  auto text = cell(column);
  if (text.empty() || is_language_tag(text)) return if_any(std::move(text));
  fault(column, Problem::invalid_value, "must be a language tag such as en or az-Latn (BCP 47)");
  return std::nullopt;
}

std::optional<std::string> RowReader::url(std::string_view column) {
  auto text = gated(column, 2048);
  if (text.empty()) return std::nullopt;
  auto const bad = web_address_fault(text);
  if (!bad) return text;
  fault(column, Problem::bad_url, *bad);
  return std::nullopt;
}

std::optional<DateExpression> RowReader::date(std::string_view column) {
  auto const text = cell(column);
  if (text.empty()) return std::nullopt;
  try {
    return DateExpression::parse(text);
  } catch (DateError const& error) {
    fault(column, error.problem(), error.what(), error.position());
    return std::nullopt;
  }
}

std::optional<int> RowReader::credibility(std::string_view column) {
  auto const text = cell(column);
  if (text.empty()) return std::nullopt;
  if (text.size() == 1 && text[0] >= '1' && text[0] <= '6') return text[0] - '0';
  fault(column, Problem::invalid_value, "must be 1 to 6");
  return std::nullopt;
}

std::optional<double> RowReader::degrees(std::string_view column, double limit) {
  auto const text = cell(column);
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool const whole = error == std::errc() && end == text.data() + text.size();
  if (whole && std::isfinite(value) && std::abs(value) <= limit) return value == 0 ? 0 : value;
  fault(column, Problem::invalid_point,
        "must be decimal degrees from -" + std::to_string(static_cast<int>(limit)) + " to " +
            std::to_string(static_cast<int>(limit)));
  return std::nullopt;
}

std::optional<Point> RowReader::point(std::string_view longitude, std::string_view latitude) {
  if (cell(longitude).empty() && cell(latitude).empty()) return std::nullopt;
  auto const x = degrees(longitude, 180);
  auto const y = degrees(latitude, 90);
  if (!x || !y) return std::nullopt;
  return Point{*x, *y};
}

std::vector<std::string> RowReader::list(std::string_view column) {
  auto members = csv::split_members(gated(column, text_bytes_max * 4));
  if (members.size() > members_max) fault(column, Problem::too_many, "has more than 200 members");
  for (auto const& member : members) {
    if (member.empty()) fault(column, Problem::invalid_value, "has an empty member");
    if (character_count(member) > title_max) {
      fault(column, Problem::too_long, "has a member of more than 500 characters");
    }
  }
  return members;
}

std::vector<std::string> RowReader::external_ids(std::string_view column) {
  auto members = list(column);
  for (auto const& member : members) {
    auto const colon = member.find(':');
    if (colon == 0 || colon == std::string::npos || colon + 1 == member.size()) {
      fault(column, Problem::invalid_value, "must be members of the form scheme:value");
    }
  }
  return members;
}

std::vector<RoleAndActor> RowReader::participants(std::string_view column) {
  std::vector<RoleAndActor> all;
  for (auto const& member : list(column)) {
    auto const colon = member.find(':');
    RoleAndActor one{member.substr(0, colon), colon == std::string::npos ? "" : member.substr(colon + 1)};
    if (!is_open_word(one.role) || !is_key(one.actor)) {
      fault(column, Problem::invalid_value, "must be members of the form role:actor");
    }
    all.push_back(std::move(one));
  }
  return all;
}

Quantities RowReader::quantities(std::string_view column) {
  Quantities all;
  for (auto const& member : list(column)) {
    auto const equals = member.find('=');
    auto const name = member.substr(0, equals);
    auto const value = equals == std::string::npos ? std::nullopt : parse_quantity(member.substr(equals + 1));
    if (!is_open_word(name) || !value) {
      fault(column, Problem::invalid_value,
            "must be members of the form name=best, name=low..high or name=low/best/high, of integers");
    } else if (value->low && value->high && *value->low > *value->high) {
      fault(column, Problem::invalid_value, "has a low over its high in " + name);
    } else if (!all.emplace(name, *value).second) {
      fault(column, Problem::invalid_value, "has " + name + " twice");
    }
  }
  return all;
}

std::optional<std::string> RowReader::json(std::string_view column, CanonicalForm form) {
  auto const text = gated(column, text_bytes_max);
  if (text.empty()) return std::nullopt;
  try {
    return form(text);
  } catch (Error const& error) {
    fault(column, error.problem(), error.what(), error.faults().front().position);
    return std::nullopt;
  }
}

std::optional<std::string> RowReader::json_object(std::string_view column) {
  return json(column, [](std::string_view text) { return wire::canonical_object(text); });
}

std::optional<std::string> RowReader::json_array(std::string_view column) {
  return json(column, [](std::string_view text) { return wire::canonical_array(text); });
}

std::optional<std::string> RowReader::attributes(std::vector<std::string_view> const& known) {
  std::map<std::string, std::string> more;
  for (auto const& name : header_.names()) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    if (auto text = gated(name, text_bytes_max); !text.empty()) more.emplace(name, std::move(text));
  }
  auto const text = gated("attributes", text_bytes_max);
  if (text.empty() && more.empty()) return std::nullopt;
  try {
    return wire::canonical_object(text, more);
  } catch (Error const& error) {
    fault("attributes", error.problem(), error.what(), error.faults().front().position);
    return std::nullopt;
  }
}

}  // namespace annals::service
