#include "lists/list_fields.hpp"

#include "base/text.hpp"
#include "domain/cell_notation.hpp"

namespace annals::lists {

ListFields::Field const* ListFields::find(std::string_view field) const {
  for (auto const& one : fields_) {
    if (one.name == field) return &one;
  }
  return nullptr;
}

std::string ListFields::column_of(std::string_view field) const {
  auto const* found = find(field);
  return found == nullptr || found->column.empty() ? std::string(field) : quote_for_message(found->column);
}

std::string ListFields::text(std::string_view field, std::string_view) {
  auto const* found = find(field);
  return found == nullptr ? "" : found->value;
}

DateExpression ListFields::parsed_date(std::string const& edtf) {
  if (auto const* known = dates_.find(edtf)) return *known;
  return dates_.keep(edtf, DateExpression::parse(edtf));
}

std::vector<std::string> ListFields::members(std::string_view field) {
  return field == "tags" ? tags_ : std::vector<std::string>();
}

std::vector<std::pair<std::string, Quantity>> ListFields::named_quantities(std::string_view) {
  return {quantities_.begin(), quantities_.end()};
}

std::optional<int> ListFields::credibility(std::string_view field) {
  auto const given = text(field);
  auto const grade = parse_credibility(given);
  if (!grade && !given.empty()) fault(field, Problem::invalid_value, "must be 1 to 6");
  return grade;
}

void ListFields::warn(std::string_view field, Problem code, std::string const& message) {
  warnings_.push_back({column_of(field), code, message, {}, line_, ""});
}

void ListFields::report(std::string_view field, Problem code, std::string const& message,
                        std::optional<int> position) {
  faults_.push_back({column_of(field), code, message, position, line_, ""});
}

}  // namespace annals::lists
