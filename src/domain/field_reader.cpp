#include "domain/field_reader.hpp"

#include "base/text.hpp"
#include "domain/country.hpp"
#include "domain/web_address.hpp"

namespace annals {
namespace {

constexpr std::size_t members_max = 200;

std::optional<std::string> if_any(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

}  // namespace

std::string FieldReader::gated(std::string_view field, std::string const& given, std::size_t characters_max) {
  auto normal = normalise_newlines(given);
  auto const bad = check_text(normal, characters_max);
  if (!bad) return normal;
  fault(field, bad->code, bad->message, bad->position);
  return "";
}

std::optional<std::string> FieldReader::title(std::string_view field) {
  return if_any(gated(field, text(field), title_max));
}

std::optional<std::string> FieldReader::long_text(std::string_view field) {
  auto given = gated(field, text(field), text_bytes_max);
  if (given.size() > text_bytes_max) {
    fault(field, Problem::too_long, "has more than 64 KiB");
    return std::nullopt;
  }
  return if_any(std::move(given));
}

std::string FieldReader::required_title(std::string_view field) {
  if (text(field).empty()) fault(field, Problem::required, "is missing");
  return title(field).value_or("");
}

std::optional<std::string> FieldReader::key(std::string_view field) {
  auto given = text(field, "key");
  if (given.empty() || is_key(given)) return if_any(std::move(given));
  fault(field, Problem::invalid_key,
        "is no key: a letter or digit, then at most 119 letters, digits, '.', '_', ':' or '-'");
  return std::nullopt;
}

std::string FieldReader::required_key(std::string_view field) {
  if (text(field, "key").empty()) fault(field, Problem::required, "is missing");
  return key(field).value_or("");
}

Reference FieldReader::required_reference(std::string_view field) {
  auto const given = text(field);
  if (given.empty()) fault(field, Problem::required, "is missing");
  auto reference = parse_reference(given);
  if (!reference && !given.empty()) fault(field, Problem::invalid_key, "is neither a key nor dataset/key");
  if (!reference) return {};
  if (reference->dataset.empty()) reference->dataset = dataset_;
  return *reference;
}

std::vector<std::string> FieldReader::references(std::string_view field) {
  auto all = members(field);
  is_few(field, all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!parse_reference(all[i]))
      fault(member_field(field, i), Problem::invalid_key, "is neither a key nor dataset/key");
  }
  return all;
}

std::optional<std::string> FieldReader::open_word(std::string_view field) {
  auto given = text(field);
  if (given.empty() || is_open_word(given)) return if_any(std::move(given));
  fault(field, Problem::invalid_value, "must be a word of a-z, 0-9 and _, at most 40, a letter first");
  return std::nullopt;
}

std::string FieldReader::event_type(std::string_view field) {
  auto given = text(field);
  if (given.empty()) fault(field, Problem::required, "is missing");
  if (given.empty() || is_event_type(given)) return given;
  fault(field, Problem::invalid_value, "must be words of a-z, 0-9 and _ joined by dots");
  return "";
}

std::optional<std::string> FieldReader::country(std::string_view field) {
  auto given = text(field);
  if (given.empty() || is_country(given)) return if_any(std::move(given));
  fault(field, Problem::invalid_value, "must be a country's two capital letters (ISO 3166-1 alpha-2)");
  return std::nullopt;
}

std::optional<std::string> FieldReader::language(std::string_view field) {
  auto given = text(field);
  if (given.empty() || is_language_tag(given)) return if_any(std::move(given));
  fault(field, Problem::invalid_value, "must be a language tag such as en or az-Latn (BCP 47)");
  return std::nullopt;
}

std::optional<std::string> FieldReader::url(std::string_view field) {
  auto given = text(field);
  if (auto const bad = given.empty() ? std::nullopt : web_address_fault(given)) {
    fault(field, Problem::bad_url, *bad);
    return std::nullopt;
  }
  return if_any(gated(field, given, 2048));
}

std::optional<DateExpression> FieldReader::date(std::string_view field) {
  auto const given = text(field, "edtf");
  if (given.empty()) return std::nullopt;
  try {
    return parsed_date(given);
  } catch (DateError const& error) {
    fault(field, error.problem(), error.what(), error.position());
    return std::nullopt;
  }
}

bool FieldReader::is_few(std::string_view field, std::size_t count) {
  if (count <= members_max) return true;
  fault(field, Problem::too_many, "has more than 200 members");
  return false;
}

std::vector<std::string> FieldReader::list(std::string_view field) {
  auto all = members(field);
  if (!is_few(field, all.size())) return {};
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto const at = member_field(field, i);
    if (all[i].empty()) fault(at, Problem::invalid_value, "has an empty member");
    all[i] = gated(at, all[i], title_max);
  }
  return all;
}

std::vector<std::string> FieldReader::external_ids(std::string_view field) {
  auto all = schemes_and_values(field);
  if (!is_few(field, all.size())) return {};
  for (auto& one : all) {
    auto const colon = one.find(':');
    if (colon == 0 || colon == std::string::npos || colon + 1 == one.size())
      fault(field, Problem::invalid_value, "must be members of the form scheme:value");
    one = gated(field, one, title_max);
  }
  return all;
}

std::vector<Participant> FieldReader::participants(std::string_view field) {
  auto all = roles_and_actors(field);
  if (!is_few(field, all.size())) return {};
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_open_word(all[i].role) || !is_key(all[i].actor.key))
      fault(member_field(field, i), Problem::invalid_value,
            "must have a role (a-z, 0-9 and _) and an actor's key");
  }
  return all;
}

Quantities FieldReader::quantities(std::string_view field) {
  auto given = named_quantities(field);
  if (!is_few(field, given.size())) return {};
  Quantities all;
  for (auto const& [name, quantity] : given) {
    if (!is_open_word(name)) {
      fault(field, Problem::invalid_value, "names of quantities are words of a-z, 0-9 and _");
    } else if (quantity.low && quantity.high && *quantity.low > *quantity.high) {
      fault(field, Problem::invalid_value, "has a low over its high in " + name);
    } else if (!all.emplace(name, quantity).second) {
      fault(field, Problem::invalid_value, "has " + name + " twice");
    }
  }
  return all;
}

}  // namespace annals
