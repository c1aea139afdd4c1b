#include "http/service.hpp"

#include <algorithm>

#include "db/key_store.hpp"
#include "db/sql_error.hpp"
#include "domain/instant.hpp"
#include "http/log.hpp"
#include "http/routes.hpp"

namespace annals::http {
namespace {

std::string cursor_secret(db::Pool& pool) {
  std::string secret;
  pool.in_transaction(db::Access::read,
                      [&](db::Transaction& transaction) { secret = db::read_secret(transaction, "cursor"); });
  return secret;
}

bool is_read(std::string const& method) { return method == "GET" || method == "HEAD"; }

[[noreturn]] void refuse_key() {
  throw Error(Problem::unauthorised, "send a valid key of this service as Authorization: Bearer annals_…");
}

/// Contract section 3: a key is asked of writes alone, but one that is sent must be good.
Principal authenticate(db::Pool& pool, Request const& request) {
  if (request.authorization.empty()) return {};
  if (request.authorization.size() > 1)
    throw Error(Problem::bad_head, "the header Authorization is there twice");
  constexpr std::string_view scheme = "Bearer ";
  auto const& value = request.authorization.front();
  if (!value.starts_with(scheme)) refuse_key();
  auto const key = value.substr(scheme.size());
  std::optional<db::KeyHolder> holder;
  pool.in_transaction(db::Access::write,
                      [&](db::Transaction& transaction) { holder = db::find_key(transaction, key); });
  if (!holder) refuse_key();
  return {holder->id, holder->role};
}

/// The instant as of which the database is to be shown, as it was given.
std::optional<std::string> take_as_of(Parameters& parameters) {
  std::optional<std::string> as_of;
  parameter::Faults faults;
  std::erase_if(parameters, [&](auto const& given) {
    if (given.first != "as_of") return false;
    faults.guarded("as_of", [&] {
      faults.see("as_of");
      as_of = given.second;
      if (!parse_instant(*as_of))
        throw parameter::Wrong{"must be an instant such as 2026-01-31T12:00:00Z (RFC 3339)"};
    });
    return true;
  });
  faults.refuse();
  return as_of;
}

db::Clearance clearance_of(Principal const& principal) {
  if (principal.key_id == 0) return db::Clearance::anonymous;
  return principal.role == "reader" ? db::Clearance::member : db::Clearance::editor;
}

/// "GET, HEAD, OPTIONS": the methods of one path.
std::string allowed(std::vector<Match> const& found) {
  std::string methods;
  for (auto const& match : found) {
    auto const method = match.route->method == "GET" ? "GET, HEAD" : match.route->method;
    (methods += methods.empty() ? "" : ", ") += method;
  }
  return methods + ", OPTIONS";
}

Response options(std::vector<Match> const& found) {
  Response response;
  response.status = 204;
  response.content_type.clear();
  response.headers.emplace_back("Allow", allowed(found));
  // Anybody's page may read what is public; no page of another may write.
  response.headers.emplace_back("Access-Control-Allow-Origin", "*");
  response.headers.emplace_back("Access-Control-Allow-Methods", "GET, HEAD");
  return response;
}

Response not_allowed(Target const& target, std::vector<Match> const& found) {
  auto response =
      problem_response(Problem::method_not_allowed, "here one may " + allowed(found), target.path);
  response.headers.emplace_back("Allow", allowed(found));
  return response;
}

void add_common_headers(Response& response, Request const& request) {
  auto const has = [&](std::string_view name) {
    return std::any_of(response.headers.begin(), response.headers.end(),
                       [&](auto const& header) { return header.first == name; });
  };
  if (!has("Cache-Control")) response.headers.emplace_back("Cache-Control", "no-cache");
  if (!has("Access-Control-Allow-Origin") && is_read(request.method))
    response.headers.emplace_back("Access-Control-Allow-Origin", "*");
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("X-Request-Id", request.id);
}

void log_import_failure(std::string const& import, std::exception const& error) {
  auto const* of_database = dynamic_cast<db::DatabaseError const*>(&error);
  log_failure(import, of_database != nullptr ? of_database->cause() : error.what(),
              of_database != nullptr ? of_database->sqlstate() : "");
}

std::string path_of(Request const& request) { return request.target.substr(0, request.target.find('?')); }

}  // namespace

Service::Service(db::Pool& pool, std::filesystem::path const& uploads, std::int64_t quota)
    : pool_(pool), cursors_(cursor_secret(pool)), imports_(pool, uploads, quota, log_import_failure) {}

Response Service::answer(Request const& request) {
  Response response;
  try {
    response = dispatch(request);
  } catch (db::DatabaseError const& error) {
    log_failure(request.id, error.cause(), error.sqlstate());
    response = problem_response(error.problem(), error.what(), path_of(request));
  } catch (Error const& error) {
    response = problem_response(error.problem(), error.what(), path_of(request), error.faults());
  } catch (std::exception const& error) {
    log_failure(request.id, error.what(), "");
    response = problem_response(Problem::internal,
                                "the service failed; the log has the cause under this request's id",
                                path_of(request));
  }
  add_common_headers(response, request);
  return response;
}

Response Service::dispatch(Request const& request) {
  auto const target = parse_target(request.target);
  auto const principal = authenticate(pool_, request);
  auto const found = matches(target.segments);
  bool const is_write = !is_read(request.method) && request.method != "OPTIONS";
  if (is_write && target.segments.front() == "v1" && principal.key_id == 0) refuse_key();
  if (found.empty()) not_found();
  if (is_write && principal.role == "reader")
    throw Error(Problem::forbidden, "this key reads; a change needs an editor's");
  if (request.method == "OPTIONS") return options(found);
  auto const method = request.method == "HEAD" ? std::string("GET") : request.method;
  auto const match = std::find_if(found.begin(), found.end(),
                                  [&](Match const& each) { return each.route->method == method; });
  if (match == found.end()) return not_allowed(target, found);
  bool const is_encoded = !request.content_encoding.empty() && request.content_encoding != "identity";
  if (is_encoded && is_write && !match->route->streams)
    throw Error(Problem::unsupported_type, "send the body without a Content-Encoding");
  // A connection that the server has closed in the meantime shows only in use: once more, then it is told.
  auto parameters = target.parameters;
  auto const as_of = match->route->takes_as_of ? take_as_of(parameters) : std::nullopt;
  db::View const view{as_of ? parse_instant(*as_of) : std::nullopt, clearance_of(principal)};
  for (int attempt = 1;; ++attempt) {
    try {
      Call call{request,   target,   match->names, match->suffix, parameters, as_of,
                principal, cursors_, pool_,        imports_,      view,       {}};
      if (!is_write && match->route->pattern != "/healthz")
        call.reading = std::make_shared<db::Reading>(pool_, view);
      return match->route->handler(call);
    } catch (db::DatabaseError const& error) {
      if (error.connection_lost()) pool_.forget_idle();
      if (is_write || !error.retryable() || attempt == 2) throw;
    }
  }
}

}  // namespace annals::http
