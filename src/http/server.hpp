#pragma once

#include <filesystem>
#include <memory>

#include "http/service.hpp"

namespace annals::http {

/// The service on a Unix socket that only its own user may open: the front (stack/front) holds the network,
/// the slow, the many and the malformed.
class Server {
 public:
  Server(Service& service, std::filesystem::path socket);
  ~Server();

  /// Binds the socket and answers in the background. Throws Error(internal) where it cannot be bound.
  void start();
  /// Lets what is being answered finish, then returns.
  void stop();

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace annals::http
