#include "http/upload.hpp"

#include <algorithm>
#include <chrono>

#include "http/multipart.hpp"

namespace annals::http {
namespace {

using std::chrono::steady_clock;

constexpr std::int64_t file_bytes_max = std::int64_t{2} << 30;
constexpr std::chrono::seconds slow_grace{60};
constexpr std::int64_t bytes_a_second_min = 1024;  // slower ones would keep places from others for hours

std::string media_type_of(Call const& call) {
  auto const& given = call.request.content_type;
  auto type = given.substr(0, given.find(';'));
  while (!type.empty() && type.back() == ' ') type.pop_back();
  return type;
}

[[noreturn]] void refuse_large() { throw Error(Problem::too_large, "a file may have at most 2 GiB"); }

/// Counts what comes, and how fast.
class Meter {
 public:
  void add(std::size_t bytes) {
    bytes_ += static_cast<std::int64_t>(bytes);
    if (bytes_ > file_bytes_max) refuse_large();
    auto const taken = std::chrono::duration_cast<std::chrono::seconds>(steady_clock::now() - begun_);
    if (taken > slow_grace && bytes_ < taken.count() * bytes_a_second_min)
      throw Error(Problem::too_slow, "the file came too slowly");
  }

 private:
  steady_clock::time_point const begun_ = steady_clock::now();
  std::int64_t bytes_ = 0;
};

}  // namespace

void check_upload(Call const& call, std::initializer_list<std::string_view> types) {
  auto const type = media_type_of(call);
  if (type != "multipart/form-data" && std::find(types.begin(), types.end(), type) == types.end())
    throw Error(Problem::unsupported_type, "send the file as " + std::string(*types.begin()));
  auto const& encoding = call.request.content_encoding;
  if (!encoding.empty() && encoding != "identity" && encoding != "gzip" && encoding != "x-gzip")
    throw Error(Problem::unsupported_type, "the only Content-Encoding of a file is gzip");
  if (call.request.body_bytes.value_or(0) > file_bytes_max) refuse_large();
}

Upload receive(Call const& call) {
  Upload upload{call.imports.new_file(), std::nullopt};
  if (auto const& disposition = call.request.content_disposition) upload.name = file_name_of(*disposition);
  Meter meter;
  auto const store = [&](std::string_view bytes) { upload.file->write(bytes); };
  bool is_whole = false;
  if (media_type_of(call) == "multipart/form-data") {
    MultipartReader form(call.request.content_type, store);
    is_whole = call.request.read_body([&](std::string_view bytes) {
      meter.add(bytes.size());
      form.push(bytes);
    });
    if (is_whole) form.finish();
    upload.name = form.file_name();
  } else {
    is_whole = call.request.read_body([&](std::string_view bytes) {
      meter.add(bytes.size());
      store(bytes);
    });
  }
  if (!is_whole) throw Error(Problem::upload_incomplete, "the connection ended before the file did");
  upload.file->close();
  return upload;
}

}  // namespace annals::http
