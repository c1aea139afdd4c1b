#pragma once

#include <functional>
#include <memory>
#include <string_view>

namespace annals::csv {

/// A gzip file (RFC 1952), pushed in pieces of any size; its members are one text. Throws Error(bad_gzip):
/// damaged, a wrong checksum, cut, or bytes behind a member that are none.
class Gunzip {
 public:
  using Sink = std::function<void(std::string_view)>;
  explicit Gunzip(Sink sink);
  ~Gunzip();
  Gunzip(Gunzip&&) = delete;

  void push(std::string_view bytes);
  void finish() const;

 private:
  struct Stream;
  Sink sink_;
  std::unique_ptr<Stream> stream_;
};

}  // namespace annals::csv
