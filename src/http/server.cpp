#include "http/server.hpp"

#include <httplib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <csignal>
#include <exception>
#include <optional>
#include <thread>

#include "base/deadline.hpp"
#include "base/error.hpp"
#include "base/sha256.hpp"
#include "db/sql_error.hpp"
#include "http/log.hpp"
#include "http/routes.hpp"

namespace annals::http {
namespace {

constexpr std::size_t body_bytes_max = std::size_t{1024} * 1024;
constexpr std::size_t upload_bytes_max = std::size_t{3}
                                         << 30;  // the library's last word; http/upload has ours
constexpr std::chrono::milliseconds linger{200};
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

/// The library unpacks an encoded body and takes a form apart by itself, without limits: it is not to know.
constexpr std::pair<char const*, char const*> hidden_headers[] = {
    {"Content-Type", "X-Annals-Content-Type"}, {"Content-Encoding", "X-Annals-Content-Encoding"}};

void hide_content(httplib::Request const& given) {
  auto& headers = const_cast<httplib::Request&>(given).headers;  // its own object, shown to a hook
  for (auto const& [name, hidden] : hidden_headers) {
    auto const value = given.get_header_value(name);
    headers.erase(hidden);
    headers.erase(name);
    if (!value.empty()) headers.emplace(hidden, value);
  }
}

/// Nothing where the head does not say, or not in digits.
std::optional<std::int64_t> content_length(httplib::Request const& given) {
  auto const text = given.get_header_value("Content-Length");
  std::int64_t length = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(length) : std::nullopt;
}

bool has_body(httplib::Request const& given) {
  return given.has_header("Transfer-Encoding") ||
         (given.has_header("Content-Length") && content_length(given) != 0);
}

Request request_of(httplib::Request const& given) {
  Request request;
  request.method = given.method;
  request.target = given.target;
  auto const [first, last] = given.headers.equal_range("Authorization");
  for (auto at = first; at != last; ++at) request.authorization.push_back(at->second);
  request.accept = given.get_header_value("Accept");
  request.content_type = given.get_header_value(hidden_headers[0].second);
  request.content_encoding = given.get_header_value(hidden_headers[1].second);
  auto const optional = [&](char const* name) {
    return given.has_header(name) ? std::optional(given.get_header_value(name)) : std::nullopt;
  };
  request.content_disposition = optional("Content-Disposition");
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

/// A body that arrives: whether all of it has.
class Body {
 public:
  Body(httplib::Request const& given, httplib::ContentReader const& reader)
      : is_there_(has_body(given)), reader_(reader) {}

  /// What `sink` throws ends the reading.
  bool read(render::Sink const& sink) {
    if (!is_there_) return true;
    std::exception_ptr thrown;
    is_read_ = reader_([&](char const* bytes, std::size_t count) {
      try {
        sink({bytes, count});
        return true;
      } catch (std::exception const&) {
        thrown = std::current_exception();
        return false;
      }
    });
    if (thrown) std::rethrow_exception(thrown);
    return is_read_;
  }
  /// Something of it would be taken for the next request.
  [[nodiscard]] bool is_left() const { return is_there_ && !is_read_; }

 private:
  bool const is_there_;
  httplib::ContentReader const& reader_;
  bool is_read_ = false;
};

/// A small body as a whole.
std::string whole(Body& body) {
  std::string text;
  bool const is_whole = body.read([&](std::string_view piece) {
    if (text.size() + piece.size() > body_bytes_max)
      throw Error(Problem::too_large, "the body has more bytes than may be sent here");
    text += piece;
  });
  if (!is_whole) throw Error(Problem::upload_incomplete, "the connection ended before the body did");
  return text;
}

/// The connection ends with the answer. Not at once: a proxy that is still sending is to see the answer
/// before it sees that nobody reads.
void end_connection(httplib::Response& out) {
  auto type = out.get_header_value("Content-Type");
  out.headers.erase("Content-Type");
  out.set_header("Connection", "close");
  auto const body = std::make_shared<std::string const>(std::move(out.body));
  out.body.clear();
  out.set_content_provider(body->size(), type, [body](std::size_t, std::size_t, httplib::DataSink& sink) {
    sink.write(body->data(), body->size());
    std::this_thread::sleep_for(linger);
    return false;
  });
}

}  // namespace

struct Server::Content {
  Content(Service& of, Endpoint at, std::chrono::milliseconds patience)
      : service(of), endpoint(std::move(at)), answer_patience(patience) {
    // Reads are answered before the library looks for a route: its patterns recurse over the path.
    server.set_pre_routing_handler([this](httplib::Request const& given, httplib::Response& out) {
      using Result = httplib::Server::HandlerResponse;
      bool const takes_body = given.method == "POST" || given.method == "PUT" || given.method == "PATCH" ||
                              given.method == "DELETE";
      if (takes_body && given.path.size() <= 1024) {
        hide_content(given);
        return Result::Unhandled;
      }
      answer(given, out);
      return Result::Handled;
    });
    auto const with_body = [this](httplib::Request const& given, httplib::Response& out,
                                  httplib::ContentReader const& reader) { answer(given, out, &reader); };
    server.Post(".*", with_body).Put(".*", with_body).Patch(".*", with_body).Delete(".*", with_body);
    server.set_exception_handler([](auto const&, httplib::Response& out, std::exception_ptr const&) {
      log_failure("", "an exception outside of any answer", "");
      out.status = 500;
    });
    server.set_error_handler([](httplib::Request const& given, httplib::Response& out) {
      if (!out.has_header("Content-Type")) refuse(given, out);
    });
    server.set_payload_max_length(upload_bytes_max);
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

  void answer(httplib::Request const& given, httplib::Response& out,
              httplib::ContentReader const* reader = nullptr) {
    auto const begun = std::chrono::steady_clock::now();
    auto request = request_of(given);
    std::optional<Body> body;
    if (reader != nullptr) body.emplace(given, *reader);
    auto response = body ? answer_with(request, *body, given) : service.answer(request);
    int const status = response.status;
    give(std::move(response), request, out, answer_patience);
    if (body && body->is_left()) end_connection(out);
    std::chrono::duration<double, std::milli> const taken = std::chrono::steady_clock::now() - begun;
    log_request(request, status, taken.count());
  }

  Response answer_with(Request& request, Body& body, httplib::Request const& given) {
    if (streams(request.method, request.target)) {
      request.body_bytes = content_length(given);
      request.read_body = [&body](render::Sink const& sink) { return body.read(sink); };
      return service.answer(request);
    }
    try {
      request.body = whole(body);
    } catch (Error const& error) {
      return problem_response(error.problem(), error.what(), given.path);
    }
    return service.answer(request);
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
