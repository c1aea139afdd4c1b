#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/field_reader.hpp"
#include "wire/json_body.hpp"

namespace annals::wire {

/// A JSON body as the fields of a thing: members are the columns of the thing's CSV file, dates and places as
/// a text or an object, lists as arrays, `lat` and `lon` as one `point` (contract section 3). Faults name a
/// JSON pointer.
class BodyReader : public FieldReader {
 public:
  /// `fields`: the members that may be written, beside those that only the service sets. `key`: of the path,
  /// or made.
  BodyReader(std::string dataset, std::string const& key, JsonBody const& body,
             std::span<std::string_view const> fields);

  /// A field that the path gives, such as the actor of a relation; a body may repeat it.
  void set(std::string_view field, std::string const& value) { set(field, value, value); }
  /// The same where JSON shows it otherwise.
  void set(std::string_view field, std::string value, std::string_view shown);
  [[nodiscard]] std::vector<Fault> const& faults() const { return faults_; }
  [[nodiscard]] std::vector<Fault> const& warnings() const { return warnings_; }
  /// Throws the faults as one Error, if there are any.
  void refuse() const;

  std::optional<Point> point() override;
  [[nodiscard]] std::string_view point_field() const override { return "point"; }
  std::optional<int> credibility(std::string_view field) override;
  std::optional<std::string> notes(std::string_view field) override;
  std::optional<std::string> sections(std::string_view field) override;
  std::optional<std::string> attributes() override;
  std::optional<std::string> query(std::string_view field) override;
  void warn(std::string_view field, Problem code, std::string const& message) override;

 protected:
  std::string text(std::string_view field, std::string_view member = "") override;
  std::vector<std::string> members(std::string_view field) override;
  std::vector<std::pair<std::string, Quantity>> named_quantities(std::string_view field) override;
  std::vector<Participant> roles_and_actors(std::string_view field) override;
  std::vector<std::string> schemes_and_values(std::string_view field) override;
  [[nodiscard]] std::string member_field(std::string_view field, std::size_t index) const override;
  void report(std::string_view field, Problem code, std::string const& message,
              std::optional<int> position) override;

 private:
  /// Faults within the field, by their pointers from there on.
  void tell(std::string_view field, std::vector<Fault> const& faults);
  std::optional<std::string> json_object(std::string_view field);
  std::optional<std::int64_t> integer_part(void const* quantity, char const* part, std::string const& at);

  JsonBody body_;
  std::vector<std::pair<std::string, std::string>> given_;
  std::vector<Fault> faults_;
  std::vector<Fault> warnings_;
};

}  // namespace annals::wire
