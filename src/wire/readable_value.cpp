#include "wire/readable_value.hpp"

#include "domain/evidence_words.hpp"
#include "domain/field_words.hpp"
#include "domain/plan_words.hpp"
#include "wire/json_dom.hpp"

namespace annals::wire {
namespace {

using Value = nlohmann::json;

constexpr char nothing[] = "–";

std::string text_of(Value const& value, char const* member) {
  auto const found = value.find(member);
  return found != value.end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<std::int64_t> number_of(Value const& value, char const* member) {
  auto const found = value.find(member);
  if (found == value.end() || !found->is_number_integer()) return std::nullopt;
  return found->get<std::int64_t>();
}

template <class Word>
std::string described(std::string const& word, Language language) {
  auto const known = from_word<Word>(word);
  return known ? std::string(describe(*known, language)) : word;
}

/// What is no date, which a snapshot from elsewhere may have: as it is.
std::string date_words(std::string const& edtf, Language language) try {
  return describe(DateExpression::parse(edtf), language);
} catch (DateError const&) {
  return edtf;
}

/// The last part of "asserted.status".
std::string_view name_of(std::string_view field) { return field.substr(field.rfind('.') + 1); }

class Reader {
 public:
  Reader(std::string_view field, Language language) : name_(name_of(field)), language_(language) {}

  [[nodiscard]] std::string operator()(Value const& value) const {
    if (value.is_null()) return nothing;
    if (value.is_string()) return word(value.get<std::string>());
    if (value.is_array()) return several(value);
    if (value.is_object()) return object(value);
    if (name_ == "credibility" && value >= 1 && value <= 6)
      return std::string(describe_credibility(value.get<int>(), language_));
    return value.dump();
  }

 private:
  [[nodiscard]] std::string word(std::string const& text) const {
    if (name_ == "status") return described<EventStatus>(text, language_);
    if (name_ == "stance") return described<Stance>(text, language_);
    if (name_ == "reliability") return described<Reliability>(text, language_);
    if (name_ == "not_evidenced") return describe_field(text, language_);
    return text.empty() ? nothing : text;
  }

  [[nodiscard]] std::string several(Value const& values) const {
    std::string all;
    for (auto const& each : values) all += (all.empty() ? "" : "; ") + (*this)(each);
    return all.empty() ? nothing : all;
  }

  [[nodiscard]] std::string object(Value const& value) const {
    if (auto const edtf = text_of(value, "edtf"); !edtf.empty()) return date_words(edtf, language_);
    if (auto const relation = text_of(value, "relation"); !relation.empty()) return link(relation, value);
    if (value.contains("said_on")) return plan(value);
    if (value.contains("min") && value.contains("max")) return days(value);
    if (value.contains("value")) return (*this)(value["value"]);
    for (auto const* member : {"name", "title", "key", "event"}) {
      auto const words = text_of(value, member);
      if (words.empty()) continue;
      auto const role = text_of(value, "role");
      return role.empty() ? words : words + " (" + describe_open_word(role) + ")";
    }
    auto const number = Quantity{number_of(value, "low"), number_of(value, "best"), number_of(value, "high")};
    return number == Quantity{} ? members(value) : describe(number, language_);
  }

  [[nodiscard]] std::string link(std::string const& relation, Value const& value) const {
    auto const known = from_word<EventRelationKind>(relation);
    auto const& words = name_ == "incoming_relations" ? describe_inverse : describe_forward;
    return (known ? std::string(words(*known, language_)) : relation) + " " + text_of(value, "event");
  }
  static std::string_view describe_forward(EventRelationKind kind, Language language) {
    return describe(kind, language);
  }

  [[nodiscard]] std::string plan(Value const& value) const {
    auto text = value.contains("date") ? (*this)(value["date"]) : nothing;
    auto const difference = value.find("difference_days");
    if (difference != value.end() && difference->is_object())
      text += " (" + describe_difference(days_of(*difference), language_) + ")";
    return text;
  }

  [[nodiscard]] static DayCount days_of(Value const& value) {
    return {number_of(value, "min"), number_of(value, "max")};
  }
  [[nodiscard]] std::string days(Value const& value) const {
    return name_ == "difference_days" ? describe_difference(days_of(value), language_)
                                      : describe(days_of(value), language_);
  }

  [[nodiscard]] std::string members(Value const& value) const {
    std::string all;
    for (auto const& [name, each] : value.items())
      all += (all.empty() ? "" : "; ") + name + ": " + (*this)(each);
    return all.empty() ? nothing : all;
  }

  std::string_view name_;
  Language language_;
};

}  // namespace

std::string readable(std::string_view field, std::string_view json, Language language) {
  return Reader(field, language)(Value::parse(json));
}

}  // namespace annals::wire
