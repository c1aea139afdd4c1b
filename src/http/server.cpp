#include "http/server.hpp"

#include <httplib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "base/deadline.hpp"
#include "base/error.hpp"
#include "base/sha256.hpp"
#include "db/sql_error.hpp"
#include "http/log.hpp"

namespace annals::http {
namespace {

constexpr std::size_t body_bytes_max = std::size_t{1024} * 1024;
constexpr std::size_t threads = 32;
constexpr std::size_t piece_bytes = std::size_t{64} * 1024;
constexpr int backlog = 1024;

/// Nobody reads the answer any more.
class ClientGone : public std::runtime_error {
 public:
  ClientGone() : std::runtime_error("the client is gone") {}
};

/// The library decodes percent signs in headers, so that a reason may be in any script. No header holds a
/// control character, so one that is there now came encoded, and stays so.
std::string with_controls_encoded(std::string const& text) {
  std::string out;
  for (char const c : text) {
    if (c >= 0x20 || c < 0 || c == '\t') {
      out += c;
    } else {
      out += '%';
      out += to_hex(std::string(1, c));
    }
  }
  return out;
}

Request request_of(httplib::Request const& given) {
  Request request;
  request.method = given.method;
  request.target = given.target;
  auto const [first, last] = given.headers.equal_range("Authorization");
  for (auto at = first; at != last; ++at) request.authorization.push_back(at->second);
  request.accept = given.get_header_value("Accept");
  request.content_type = given.get_header_value("Content-Type");
  request.body = given.body;
  auto const optional = [&](char const* name) {
    return given.has_header(name) ? std::optional(given.get_header_value(name)) : std::nullopt;
  };
  request.if_match = optional("If-Match");
  request.if_none_match = optional("If-None-Match");
  request.idempotency_key = optional("Idempotency-Key");
  request.change_reason = optional("X-Change-Reason");
  if (request.change_reason) *request.change_reason = with_controls_encoded(*request.change_reason);
  request.id = given.get_header_value("X-Request-Id");
  if (request.id.empty()) request.id = to_hex(random_bytes(8));
  return request;
}

/// Gathers what is told into pieces worth sending.
void tell(Response const& response, httplib::DataSink& sink, Deadline const& deadline) {
  std::string piece;
  auto const send = [&] {
    deadline.check();
    if (!sink.write(piece.data(), piece.size())) throw ClientGone();
    piece.clear();
  };
  response.stream([&](std::string_view text) {
    piece += text;
    if (piece.size() >= piece_bytes) send();
  });
  if (!piece.empty()) send();
  sink.done();
}

/// Whatever fails here cuts the answer without its end, which is how a client sees it.
bool tell_all(std::shared_ptr<Response const> const& response, std::string const& id, httplib::DataSink& sink,
              std::chrono::milliseconds patience) noexcept {
  try {
    tell(*response, sink, Deadline(patience));
    return true;
  } catch (ClientGone const&) {
  } catch (db::DatabaseError const& error) {
    log_failure(id, error.cause(), error.sqlstate());
  } catch (std::exception const& error) {
    log_failure(id, error.what(), "");
  }
  return false;
}

void give(Response&& response, Request const& request, httplib::Response& out,
          std::chrono::milliseconds patience) {
  out.status = response.status;
  for (auto const& [name, value] : response.headers) out.set_header(name, value);
  if (response.stream && request.method != "HEAD") {
    auto shared = std::make_shared<Response const>(std::move(response));
    out.set_chunked_content_provider(
        shared->content_type, [shared, id = request.id, patience](std::size_t, httplib::DataSink& sink) {
          return tell_all(shared, id, sink, patience);
        });
  } else if (!response.content_type.empty()) {
    out.set_content(response.body, response.content_type);
  }
}

}  // namespace

struct Server::Content {
  Content(Service& of, Endpoint at, std::chrono::milliseconds patience)
      : service(of), endpoint(std::move(at)), answer_patience(patience) {
    // Reads are answered before the library looks for a route: its patterns recurse over the path.
    server.set_pre_routing_handler([this](httplib::Request const& given, httplib::Response& out) {
      using Result = httplib::Server::HandlerResponse;
      bool const has_body = given.method == "POST" || given.method == "PUT" || given.method == "PATCH" ||
                            given.method == "DELETE";
      if (has_body && given.path.size() <= 1024) return Result::Unhandled;
      answer(given, out);
      return Result::Handled;
    });
    auto const with_body = [this](httplib::Request const& given, httplib::Response& out) {
      answer(given, out);
    };
    server.Post(".*", with_body).Put(".*", with_body).Patch(".*", with_body).Delete(".*", with_body);
    server.set_exception_handler([](auto const&, httplib::Response& out, std::exception_ptr const&) {
      log_failure("", "an exception outside of any answer", "");
      out.status = 500;
    });
    server.set_error_handler([](httplib::Request const& given, httplib::Response& out) {
      if (out.body.empty()) refuse(given, out);
    });
    server.set_payload_max_length(body_bytes_max);
    server.set_keep_alive_max_count(1000);
    server.set_keep_alive_timeout(30);
    server.set_read_timeout(10);
    server.set_write_timeout(answer_patience);
    if (endpoint.is_socket()) server.set_address_family(AF_UNIX);
    server.set_tcp_nodelay(true);
    server.set_socket_options([this](socket_t descriptor) {
      listener = descriptor;
      int const on = 1;  // the library's default lets a second copy share the port
      setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    });
    server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
  }

  void answer(httplib::Request const& given, httplib::Response& out) {
    auto const begun = std::chrono::steady_clock::now();
    auto const request = request_of(given);
    auto response = service.answer(request);
    int const status = response.status;
    give(std::move(response), request, out, answer_patience);
    std::chrono::duration<double, std::milli> const taken = std::chrono::steady_clock::now() - begun;
    log_request(request, status, taken.count());
  }

  /// What the library refuses by itself, as a problem of ours.
  static void refuse(httplib::Request const& given, httplib::Response& out) {
    auto const& method = given.method;
    bool const is_known = method == "GET" || method == "HEAD" || method == "OPTIONS" || method == "POST" ||
                          method == "PUT" || method == "PATCH" || method == "DELETE";
    auto const problem = !is_known           ? Problem::unknown_method
                         : out.status == 413 ? Problem::too_large
                         : out.status == 414 ? Problem::uri_too_long
                         : out.status == 500 ? Problem::internal
                                             : Problem::bad_head;
    auto const response = problem_response(problem, "the request cannot be read", given.path);
    out.status = response.status;
    out.set_content(response.body, response.content_type);
  }

  Service& service;
  Endpoint endpoint;
  std::chrono::milliseconds answer_patience;
  httplib::Server server;
  socket_t listener = INVALID_SOCKET;
  std::thread thread;
};

Server::Server(Service& service, Endpoint endpoint, std::chrono::milliseconds answer_patience)
    : content_(std::make_unique<Content>(service, std::move(endpoint), answer_patience)) {}

Server::~Server() { stop(); }

void Server::start() {
  auto& [service, endpoint, answer_patience, server, listener, thread] = *content_;
  std::signal(SIGPIPE, SIG_IGN);
  if (endpoint.is_socket()) unlink(endpoint.host.c_str());  // what a killed service left
  auto const mask = umask(0177);
  bool const bound = server.bind_to_port(endpoint.host, endpoint.port);
  umask(mask);
  if (!bound) throw Error(Problem::internal, "cannot listen on " + endpoint.host);
  ::listen(listener, backlog);  // the library's own is 5
  thread = std::thread([&server = server] { server.listen_after_bind(); });
  while (!server.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void Server::stop() {
  if (!content_->thread.joinable()) return;
  content_->server.stop();
  content_->thread.join();
}

}  // namespace annals::http
