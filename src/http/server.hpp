#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "http/service.hpp"

namespace annals::http {

/// Where a server listens: the path of a Unix socket, or an address and its port.
struct Endpoint {
  std::string host;
  int port;

  [[nodiscard]] bool is_socket() const { return host.starts_with('/'); }
};

/// The service on a Unix socket that only its own user may open: the front (stack/front) holds the network,
/// the slow, the many and the malformed. On a port it relies on a proxy of the user's for all that.
class Server {
 public:
  /// `answer_patience`: how long an answer that streams, and its snapshot of the database with it, may wait
  /// for who reads it, in all and for each piece; then it is cut.
  Server(Service& service, Endpoint endpoint,
         std::chrono::milliseconds answer_patience = std::chrono::minutes(10));
  ~Server();

  /// Binds and answers in the background. Throws Error(internal) where it cannot be bound.
  void start();
  /// Lets what is being answered finish, then returns.
  void stop();

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace annals::http
