#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "domain/date_expression.hpp"
#include "domain/place.hpp"
#include "domain/vocabulary.hpp"

namespace annals {

/// Names and values of a request's query, decoded, in the order given.
using Parameters = std::vector<std::pair<std::string, std::string>>;

/// How the values of parameters are read. All throw Wrong.
namespace parameter {

/// Why a value is refused: made a fault of its parameter by Faults.
struct Wrong {
  std::string message;
  std::optional<int> position = {};  ///< in the value, in characters from 0
};

[[nodiscard]] std::vector<std::string> split(std::string const& text);
[[nodiscard]] std::vector<std::string> split(std::string const& text, bool (*is_good)(std::string_view),
                                             char const* what);
template <class Word>
[[nodiscard]] std::vector<Word> split_words(std::string const& text) {
  std::vector<Word> all;
  for (auto const& part : split(text)) {
    auto const found = from_word<Word>(part);
    if (!found) throw Wrong{must_be_one_of(words<Word>())};
    all.push_back(*found);
  }
  return all;
}
template <class Value>
[[nodiscard]] Value one_of(std::string const& text,
                           std::vector<std::pair<std::string_view, Value>> const& all) {
  std::string names;
  for (auto const& [name, value] : all) {
    if (name == text) return value;
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  throw Wrong{"must be one of " + names};
}
[[nodiscard]] std::string plain_text(std::string const& text);
[[nodiscard]] bool truth(std::string const& text);
[[nodiscard]] std::int64_t integer(std::string const& text, std::int64_t min, std::int64_t max);
[[nodiscard]] double number(std::string const& text, double min, double max);
[[nodiscard]] Point point(std::string const& longitude, std::string const& latitude);
[[nodiscard]] Point point(std::string const& text);          ///< "longitude,latitude"
[[nodiscard]] double radius_km(std::string const& text);     ///< more than 0, at most half the equator
[[nodiscard]] DateExpression date(std::string const& text);  ///< EDTF
[[nodiscard]] Day last_day(std::string const& text);         ///< of a date that has one
[[nodiscard]] std::vector<std::string> dataset_keys(std::string const& text);   ///< at most 100
[[nodiscard]] std::vector<std::string> country_codes(std::string const& text);  ///< ISO 3166-1 alpha-2
/// `q`: at most 512 bytes and 32 words.
[[nodiscard]] std::string query_words(std::string const& text);

/// The faults of a request's parameters, told together.
class Faults {
 public:
  template <class Work>
  void guarded(std::string const& name, Work const& work) {
    try {
      work();
    } catch (Wrong const& wrong) {
      add(name, wrong.message, wrong.position);
    }
  }
  /// Throws Wrong where `name` was seen before.
  void see(std::string const& name);
  void add(std::string const& name, std::string const& message, std::optional<int> position = {});
  /// Throws them as Error(invalid_parameter), if there are any.
  void refuse() const;

 private:
  std::vector<std::string> seen_;
  std::vector<Fault> faults_;
};

/// Throws Error(invalid_parameter) with one fault.
[[noreturn]] void refuse(std::string const& name, std::string const& message);

/// Takes the parameter of that name out of `parameters`, read by `read`; nothing where it is not there.
/// Throws Error(invalid_parameter) where it is wrong or repeated.
template <class Read>
[[nodiscard]] auto take(Parameters& parameters, std::string const& name, Read const& read) {
  std::optional<decltype(read(name))> value;
  Faults faults;
  std::erase_if(parameters, [&](auto const& given) {
    if (given.first != name) return false;
    faults.guarded(name, [&] {
      faults.see(name);
      value = read(given.second);
    });
    return true;
  });
  faults.refuse();
  return value;
}

/// Throws Error(invalid_parameter) for the first of the parameters that nobody took.
void refuse_unknown(Parameters const& left);

}  // namespace parameter
}  // namespace annals
