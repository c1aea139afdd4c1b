#include "http/multipart.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"

namespace annals::http {
namespace {

constexpr std::size_t head_bytes_max = 8192;
constexpr std::size_t boundary_bytes_max = 70;  // RFC 2046 section 5.1.1
constexpr std::size_t name_characters_max = 200;

[[noreturn]] void refuse_form(char const* why) { throw Error(Problem::bad_multipart, why); }

std::string lowercase(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// The parameter of a header's value, quoted or not.
std::optional<std::string> parameter_of(std::string_view value, std::string_view name) {
  auto const folded = lowercase(value);
  for (std::size_t at = folded.find(';'); at != std::string::npos; at = folded.find(';', at + 1)) {
    auto from = folded.find_first_not_of(" \t", at + 1);
    if (from == std::string::npos || folded.compare(from, name.size(), name) != 0) continue;
    from += name.size();
    if (from >= value.size() || value[from] != '=') continue;
    value.remove_prefix(from + 1);
    if (!value.starts_with('"')) return std::string(value.substr(0, value.find_first_of("; \t\r\n")));
    std::string out;
    for (std::size_t i = 1; i < value.size() && value[i] != '"'; ++i) {
      if (value[i] == '\\' && i + 1 < value.size()) ++i;
      out += value[i];
    }
    return out;
  }
  return std::nullopt;
}

std::string boundary_of(std::string_view content_type) {
  auto const boundary = parameter_of(content_type, "boundary").value_or("");
  if (boundary.empty() || boundary.size() > boundary_bytes_max) refuse_form("the form has no boundary");
  return "\r\n--" + boundary;
}

}  // namespace

std::optional<std::string> file_name_of(std::string_view content_disposition) {
  auto name = parameter_of(content_disposition, "filename");
  if (!name) return std::nullopt;
  name->erase(0, name->find_last_of("/\\") + 1);
  *name = quote_for_message(*name, name_characters_max);
  return name->empty() ? std::nullopt : name;
}

// The first boundary may stand at the very beginning, without a line end before it.
MultipartReader::MultipartReader(std::string_view content_type, render::Sink sink)
    : boundary_(boundary_of(content_type)), sink_(std::move(sink)), buffer_("\r\n") {}

void MultipartReader::push(std::string_view bytes) {
  if (state_ == State::end) return;  // the epilogue means nothing
  buffer_.append(bytes);
  while (step()) {
  }
}

/// False where more is needed.
bool MultipartReader::step() {
  switch (state_) {
    case State::before:
      return skip_preamble();
    case State::head:
      return read_head();
    case State::content:
      return read_content();
    case State::after_boundary:
      return look_behind_boundary();
    case State::end:
      return false;
  }
  return false;
}

bool MultipartReader::skip_preamble() {
  auto const at = buffer_.find(boundary_);
  if (at == std::string::npos) {
    if (buffer_.size() > head_bytes_max) refuse_form("the form does not begin with its boundary");
    return false;
  }
  auto const end = buffer_.find("\r\n", at + boundary_.size());
  if (end == std::string::npos) {
    if (buffer_.size() > head_bytes_max) refuse_form("the form's boundary does not end");
    return false;
  }
  if (buffer_.compare(at + boundary_.size(), 2, "--") == 0) refuse_form("the form has no part");
  buffer_.erase(0, end);  // the line end may be the whole head's
  state_ = State::head;
  return true;
}

bool MultipartReader::read_head() {
  auto const end = buffer_.find("\r\n\r\n");
  if (std::min(end, buffer_.size()) > head_bytes_max) refuse_form("the head of a part is too long");
  if (end == std::string::npos) return false;
  for (std::size_t at = 0; at < end;) {
    auto const next = std::min(buffer_.find("\r\n", at + 2), end);
    auto const line = std::string_view(buffer_).substr(at + 2, next - at - 2);
    if (lowercase(line.substr(0, line.find(':'))) == "content-disposition") file_name_ = file_name_of(line);
    at = next;
  }
  buffer_.erase(0, end + 4);
  buffer_.insert(0, "\r\n");  // an empty file's boundary follows at once
  state_ = State::content;
  sent_ = 2;
  return true;
}

bool MultipartReader::read_content() {
  auto const at = buffer_.find(boundary_);
  // What could be the beginning of a boundary stays.
  auto const until = at != std::string::npos             ? at
                     : buffer_.size() > boundary_.size() ? buffer_.size() - boundary_.size()
                                                         : 0;
  if (until > sent_) {
    sink_(std::string_view(buffer_).substr(sent_, until - sent_));
    sent_ = until;
  }
  if (at == std::string::npos) {
    auto const done = std::min(sent_, until);
    buffer_.erase(0, done);
    sent_ -= done;
    return false;
  }
  buffer_.erase(0, at + boundary_.size());
  state_ = State::after_boundary;
  return true;
}

bool MultipartReader::look_behind_boundary() {
  if (buffer_.size() < 2) return false;
  if (!buffer_.starts_with("--")) refuse_form("the form has more than one part: send the file alone");
  buffer_.clear();
  state_ = State::end;
  return false;
}

void MultipartReader::finish() const {
  if (state_ != State::end) refuse_form("the form ends before its last boundary");
}

}  // namespace annals::http
