#pragma once

#include <memory>
#include <optional>
#include <string>

#include "http/call.hpp"
#include "service/spool_file.hpp"

namespace annals::http {

/// A file that was sent as a body, or as the one part of a form.
struct Upload {
  std::unique_ptr<service::SpoolFile> file;
  std::optional<std::string> name;
};

/// Refuses what need not be read to be refused. Throws Error (`unsupported_type`, `too_large`).
void check_upload(Call const& call, std::initializer_list<std::string_view> types);

/// Reads the body to a file, at most 2 GiB. Throws Error (`too_large`, `too_slow`, `upload_incomplete`,
/// `bad_multipart`, `storage_full`).
[[nodiscard]] Upload receive(Call const& call);

}  // namespace annals::http
