#include "wire/problem_json.hpp"

#include <algorithm>

#include "wire/json_writer.hpp"

namespace annals::wire {

ProblemKind kind_of(Problem problem) {
  using P = Problem;
  switch (problem) {
    case P::bad_cursor:
      return {400, "The cursor is not one of this list"};
    case P::bad_encoding:
      return {422, "The text is not in the encoding that it should be in"};
    case P::bad_etag:
      return {400, "A precondition is malformed"};
    case P::bad_framing:
      return {400, "The request's length is not clear"};
    case P::bad_gzip:
      return {422, "The gzip cannot be read"};
    case P::bad_head:
      return {400, "The request's head is malformed"};
    case P::bad_json:
      return {400, "The body is no valid JSON"};
    case P::bad_multipart:
      return {400, "The form cannot be read"};
    case P::bad_package:
      return {422, "The bundle's description is wrong"};
    case P::bad_target:
      return {400, "The request's path or query is malformed"};
    case P::bad_text:
      return {422, "A text holds what no text may"};
    case P::bad_url:
      return {422, "A web address is not acceptable"};
    case P::bad_xlsx:
      return {422, "The workbook cannot be read"};
    case P::bad_zip:
      return {422, "The zip cannot be read"};
    case P::busy:
      return {503, "The service is busy"};
    case P::cycle:
      return {422, "Something lies within or follows from itself"};
    case P::database_unavailable:
      return {503, "The database cannot be reached"};
    case P::duplicate_column:
      return {422, "A column is there twice"};
    case P::duplicate_key:
      return {422, "A key is there twice"};
    case P::duplicate_member:
      return {400, "A member is there twice"};
    case P::empty_file:
      return {422, "The file is empty"};
    case P::exists:
      return {409, "It exists already"};
    case P::forbidden:
      return {403, "The key does not allow this"};
    case P::in_progress:
      return {409, "The same request is being answered"};
    case P::in_use:
      return {409, "Others refer to it"};
    case P::inconsistent_numbers:
      return {422, "Numbers that should agree do not"};
    case P::internal:
      return {500, "The service failed"};
    case P::interrupted:
      return {503, "The import was interrupted"};
    case P::invalid_date:
      return {422, "A date is no date expression"};
    case P::invalid_input:
      return {422, "The input has faults"};
    case P::invalid_key:
      return {422, "A key is malformed"};
    case P::invalid_parameter:
      return {400, "A parameter is wrong"};
    case P::invalid_point:
      return {422, "A point is no point on the globe"};
    case P::invalid_value:
      return {422, "A value is wrong"};
    case P::key_reused:
      return {422, "The Idempotency-Key was used for another request"};
    case P::later_changes:
      return {409, "Later changes depend on it"};
    case P::method_not_allowed:
      return {405, "The method is not allowed here"};
    case P::no_header:
      return {422, "The file has no header"};
    case P::not_acceptable:
      return {406, "There is no such format of this"};
    case P::not_found:
      return {404, "There is no such thing here"};
    case P::not_installed:
      return {501, "The service lacks a program for this"};
    case P::not_listed:
      return {422, "An event is not in the list any more"};
    case P::not_with_as_of:
      return {400, "This does not go with as_of"};
    case P::not_with_known_by:
      return {400, "This does not go with known_by"};
    case P::out_of_range:
      return {422, "A date lies beyond the years -9999 to 9999"};
    case P::outcome_unknown:
      return {503, "Whether the change was stored is not known"};
    case P::point_outside_country:
      return {422, "A point lies outside its country"};
    case P::precondition_failed:
      return {412, "It is not as the request expects"};
    case P::precondition_required:
      return {428, "The request must say which version it changes"};
    case P::query_timeout:
      return {503, "The query took too long"};
    case P::quota:
      return {507, "The dataset is as large as it may be"};
    case P::quote_not_closed:
      return {422, "A quoted field is not closed"};
    case P::rate_limited:
      return {429, "Too many requests"};
    case P::read_only:
      return {503, "The service takes no changes at present"};
    case P::read_only_field:
      return {422, "Only the service sets this"};
    case P::required:
      return {422, "Something that is required is missing"};
    case P::reversed_interval:
      return {422, "An interval ends before it begins"};
    case P::row_too_long:
      return {422, "A row is too long"};
    case P::storage_full:
      return {507, "The disk is full"};
    case P::too_large:
      return {413, "The body is too large"};
    case P::too_large_unpacked:
      return {422, "The archive is too large when unpacked"};
    case P::too_long:
      return {422, "A text is too long"};
    case P::too_many:
      return {422, "There are too many"};
    case P::too_many_columns:
      return {422, "The file has too many columns"};
    case P::too_many_groups:
      return {422, "There are too many groups"};
    case P::too_many_rows:
      return {422, "The file has too many rows"};
    case P::too_slow:
      return {408, "The request came too slowly"};
    case P::unauthorised:
      return {401, "This needs a valid key of the service"};
    case P::unbalanced_bidi:
      return {422, "A text's direction marks are not balanced"};
    case P::unknown_code:
      return {422, "A code is not known"};
    case P::unknown_column:
      return {422, "A column is not known"};
    case P::unknown_file:
      return {422, "A file is not known"};
    case P::unknown_member:
      return {422, "A member is not known"};
    case P::unknown_method:
      return {501, "The method is not known"};
    case P::unknown_reference:
      return {422, "What is referred to does not exist"};
    case P::unsupported_type:
      return {415, "The type of the body is not supported"};
    case P::upload_incomplete:
      return {400, "The file did not arrive whole"};
    case P::uri_too_long:
      return {414, "The path or query is too long"};
    case P::wrong_column_count:
      return {422, "A row has not as many fields as the header"};
    case P::wrong_host:
      return {421, "The request is for another host"};
    case P::wrong_state:
      return {409, "It is not in a state for this"};
  }
  return {500, "The service failed"};
}

namespace {

/// The code that all faults share, else invalid-input: contract section 3, Errors.
Problem type_of(Problem problem, std::vector<Fault> const& faults) {
  if (faults.empty()) return problem;
  auto const code = faults.front().code;
  bool const shared =
      std::all_of(faults.begin(), faults.end(), [&](Fault const& fault) { return fault.code == code; });
  return shared ? code : Problem::invalid_input;
}

void write_fault(JsonWriter& json, Fault const& fault) {
  json.begin_object().member("field", fault.field).member("code", name(fault.code));
  json.member("message", fault.message);
  if (fault.position) json.member("position", *fault.position);
  if (fault.line) json.member("line", *fault.line);
  if (!fault.file.empty()) json.member("file", fault.file);
  json.end_object();
}

}  // namespace

std::string problem_json(Problem problem, std::string_view detail, std::string_view instance,
                         std::vector<Fault> const& faults) {
  auto const kind = kind_of(problem);
  auto const type = type_of(problem, faults);
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("type", "/problems/" + std::string(name(type)));
  json.member("title", kind_of(type).title).member("status", kind.status).member("detail", detail);
  json.member("instance", instance);
  if (!faults.empty()) {
    json.key("errors").begin_array();
    for (auto const& fault : faults) write_fault(json, fault);
    json.end_array();
  }
  json.end_object();
  return out;
}

}  // namespace annals::wire
