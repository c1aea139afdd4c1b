#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace annals::stack {

/// A PostgreSQL server of our own, as our child, below one folder that is ours alone: the cluster in
/// `postgres`, its socket in `socket` (0700, and so the login), its log in `postgres.log`. Reachable through
/// that socket only. It ends when we do, however we do.
class PrivatePostgres {
 public:
  struct Options {
    std::filesystem::path folder;
    std::string programs;  ///< the folder of initdb and postgres; empty: found
    bool durable = true;   ///< false for tests alone: a power cut would lose what was acknowledged
  };
  /// Makes the cluster where there is none, starts the server and waits until it answers, at most a minute
  /// (after a kill the old server's children may still be leaving). Throws Error with one sentence:
  /// `exists` where another program of ours runs it, `database_unavailable`, `storage_full`.
  explicit PrivatePostgres(Options options);
  /// Stops the server in order; what was committed stands.
  ~PrivatePostgres();

  /// How `role` reaches `database` here.
  [[nodiscard]] std::string conninfo(std::string const& role, std::string const& database) const;
  [[nodiscard]] bool is_running();
  /// Starts the server again after it died. Throws as the constructor.
  void restart();
  [[nodiscard]] int pid() const;

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

/// How `role` reaches `database` of the server that another program of ours runs in `folder`.
[[nodiscard]] std::string private_conninfo(std::filesystem::path const& folder, std::string const& role,
                                           std::string const& database);

}  // namespace annals::stack
