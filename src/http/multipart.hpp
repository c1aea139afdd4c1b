#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "render/sink.hpp"

namespace annals::http {

/// The one file of a form (RFC 7578) that arrives in pieces of any size: its bytes go to the sink as they
/// come, and no more is kept than a boundary. Throws Error(bad_multipart): more than one part, none, a head
/// of more than 8 kB.
class MultipartReader {
 public:
  /// `content_type` names the boundary.
  MultipartReader(std::string_view content_type, render::Sink sink);

  void push(std::string_view bytes);
  /// The body has ended.
  void finish() const;
  [[nodiscard]] std::optional<std::string> const& file_name() const { return file_name_; }

 private:
  enum class State { before, head, content, after_boundary, end };
  bool step();
  bool skip_preamble();
  bool read_head();
  bool read_content();
  bool look_behind_boundary();

  std::string boundary_;  // CR LF -- and the boundary
  render::Sink sink_;
  std::string buffer_;
  std::size_t sent_ = 0;  // as many bytes of the buffer have gone to the sink, or are not of the file
  State state_ = State::before;
  std::optional<std::string> file_name_;
};

/// The `filename` of a Content-Disposition (RFC 6266); what stands there for people, never a path.
[[nodiscard]] std::optional<std::string> file_name_of(std::string_view content_disposition);

}  // namespace annals::http
