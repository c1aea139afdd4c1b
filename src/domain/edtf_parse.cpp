#include "domain/edtf_reader.hpp"

namespace annals::edtf {
namespace {

constexpr std::size_t bytes_max = 1024;
constexpr std::size_t members_max = 100;

// Both ends of a range count in the same unit: "2000..2000-02" says nothing that ISO 8601-2 defines.
bool same_unit(Date const& from, Date const& to) {
  return from.month.has_value() == to.month.has_value() && from.day.has_value() == to.day.has_value() &&
         from.clock.has_value() == to.clock.has_value() && precision_of(from) == precision_of(to);
}

void check_range(Reader const& reader, std::size_t at, Element const& element) {
  if (!same_unit(*element.from, *element.to)) reader.fail_at(at, "both ends of a range need the same unit");
  if (*days_of(*element.to)->last < *days_of(*element.from)->first) {
    reader.fail_at(at, "the range ends before it begins", Problem::reversed_interval);
  }
}

Element read_member(Reader& reader, bool is_first, char closer) {
  Element element;
  auto const at = reader.at();
  if (reader.accept("..")) {
    if (!is_first) reader.fail_at(at, "only the first member may begin with ..");
    element.range = true;
    element.to = read_date(reader);
    return element;
  }
  element.from = read_date(reader);
  if (!reader.accept("..")) return element;
  element.range = true;
  if (reader.peek() == closer) return element;
  element.to = read_date(reader);
  check_range(reader, at, element);
  return element;
}

Expression read_list(Reader& reader, char closer) {
  Expression expression;
  expression.one_of = closer == ']';
  expression.kind = closer == ']' ? DateKind::single : DateKind::set;
  reader.take();
  do {
    if (expression.elements.size() == members_max) {
      reader.fail_at(reader.at(), "a list has at most 100 members", Problem::too_long);
    }
    if (!expression.elements.empty()) {
      auto const& before = expression.elements.back();
      if (before.range && !before.to) reader.fail("only the last member may end with ..");
    }
    expression.elements.push_back(read_member(reader, expression.elements.empty(), closer));
  } while (reader.accept(","));
  if (reader.peek() != closer) reader.fail(std::string("expected a comma or ") + closer);
  reader.take();
  return expression;
}

Element read_side(Reader& reader) {
  Element side;
  if (reader.accept("..")) {
    side.open = true;
  } else if (!reader.at_end() && reader.peek() != '/') {
    side.from = read_date(reader);
  }
  return side;
}

void check_order(Reader const& reader, std::size_t at, Element const& start, Element const& end) {
  if (!start.from && !start.open && !end.from && !end.open) reader.fail_at(0, "an interval needs a side");
  if (!start.from || !end.from) return;
  auto const begins = instant_of(*start.from);
  auto const ends = instant_of(*end.from);
  bool const reversed =
      begins && ends ? *ends < *begins : *days_of(*end.from)->last < *days_of(*start.from)->first;
  if (reversed) reader.fail_at(at, "the interval ends before it begins", Problem::reversed_interval);
}

Expression read_interval_or_date(Reader& reader) {
  Expression expression;
  expression.elements.push_back(read_side(reader));
  if (!reader.accept("/")) {
    if (!expression.elements.front().from) reader.fail_at(0, "expected a date");
    return expression;
  }
  auto const at = reader.at();
  expression.kind = DateKind::interval;
  expression.elements.push_back(read_side(reader));
  check_order(reader, at, expression.elements[0], expression.elements[1]);
  return expression;
}

}  // namespace

Expression parse(std::string_view text) {
  Reader reader(text);
  if (text.empty()) reader.fail("is empty");
  if (text.size() > bytes_max) reader.fail_at(bytes_max, "is longer than 1,024 bytes", Problem::too_long);
  char const first = reader.peek();
  auto expression = first == '['   ? read_list(reader, ']')
                    : first == '{' ? read_list(reader, '}')
                                   : read_interval_or_date(reader);
  if (!reader.at_end()) reader.fail("expected nothing more here");
  return expression;
}

}  // namespace annals::edtf
