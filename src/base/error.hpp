#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// Every kind of failure that a client can be told of. The name on the wire is the enumerator with dashes
/// (`/problems/bad-cursor`); its HTTP status and title stand in wire/problem_json alone, and what a person
/// can do about it in api/problems.md.
enum class Problem {
  bad_cursor,
  bad_encoding,
  bad_etag,
  bad_framing,
  bad_gzip,
  bad_head,
  bad_json,
  bad_multipart,
  bad_package,
  bad_target,
  bad_text,
  bad_url,
  bad_xlsx,
  bad_zip,
  busy,
  cycle,
  database_unavailable,
  duplicate_column,
  duplicate_key,
  duplicate_member,
  empty_file,
  exists,
  forbidden,
  in_progress,
  in_use,
  inconsistent_numbers,
  internal,
  interrupted,
  invalid_date,
  invalid_input,
  invalid_key,
  invalid_parameter,
  invalid_point,
  invalid_value,
  key_reused,
  later_changes,
  method_not_allowed,
  no_header,
  not_acceptable,
  not_found,
  not_installed,
  not_listed,
  not_with_as_of,
  not_with_known_by,
  out_of_range,
  outcome_unknown,
  point_outside_country,
  precondition_failed,
  precondition_required,
  query_timeout,
  quota,
  quote_not_closed,
  rate_limited,
  read_only,
  read_only_field,
  required,
  reversed_interval,
  row_too_long,
  storage_full,
  too_large,
  too_large_unpacked,
  too_long,
  too_many,
  too_many_columns,
  too_many_groups,
  too_many_rows,
  too_slow,
  unauthorised,
  unbalanced_bidi,
  unknown_code,
  unknown_column,
  unknown_file,
  unknown_member,
  unknown_method,
  unknown_reference,
  unsupported_type,
  upload_incomplete,
  uri_too_long,
  wrong_column_count,
  wrong_host,
  wrong_state,
};

/// "bad-cursor" for Problem::bad_cursor.
std::string_view name(Problem problem);

/// How many problems there are: they count from zero without gaps.
extern int const problem_count;

/// One fault of an input, at the place where a person can mend it.
struct Fault {
  std::string field;            ///< JSON pointer ("/date"), parameter, or CSV column
  Problem code;                 ///
  std::string message;          ///< for people; quotes at most 80 characters of the input
  std::optional<int> position;  ///< in the value, in characters from 0
  std::optional<int> line;      ///< of the file, from 1
  std::string file;             ///< of a bundle; empty elsewhere

  bool operator==(Fault const&) const = default;
};

/// The only exception that crosses a layer. what() and the faults are safe to show to a client.
class Error : public std::runtime_error {
 public:
  explicit Error(Problem problem, std::string const& detail, std::vector<Fault> faults = {})
      : std::runtime_error(detail), problem_(problem), faults_(std::move(faults)) {}

  [[nodiscard]] Problem problem() const { return problem_; }
  [[nodiscard]] std::vector<Fault> const& faults() const { return faults_; }

 private:
  Problem problem_;
  std::vector<Fault> faults_;
};

/// Throws the Error of a path or a reference that leads to nothing.
[[noreturn]] void not_found();

}  // namespace annals
