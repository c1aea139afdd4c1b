#include "csv/gunzip.hpp"

#include <zlib.h>

#include <array>
#include <new>
#include <utility>

#include "base/error.hpp"

namespace annals::csv {
namespace {

constexpr int gzip_alone = 16 + MAX_WBITS;  // no zlib and no raw streams

}  // namespace

struct Gunzip::Stream {
  z_stream z{};
  bool in_member = true;
  std::array<char, 65536> block;

  Stream() {
    if (inflateInit2(&z, gzip_alone) != Z_OK) throw std::bad_alloc();
  }
  ~Stream() { inflateEnd(&z); }
  Stream(Stream&&) = delete;

  /// What comes next out of the input that is there; empty where more is needed.
  std::string_view next() {
    if (!in_member) inflateReset(&z);
    in_member = true;
    z.next_out = reinterpret_cast<Bytef*>(block.data());
    z.avail_out = static_cast<uInt>(block.size());
    auto const code = inflate(&z, Z_NO_FLUSH);
    if (code == Z_MEM_ERROR) throw std::bad_alloc();
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
      throw Error(Problem::bad_gzip, "the gzip is damaged, or has other bytes behind its end");
    if (code == Z_STREAM_END) in_member = false;
    return {block.data(), block.size() - z.avail_out};
  }
};

Gunzip::Gunzip(Sink sink) : sink_(std::move(sink)), stream_(std::make_unique<Stream>()) {}
Gunzip::~Gunzip() = default;

void Gunzip::push(std::string_view bytes) {
  auto& z = stream_->z;
  z.next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  bool block_was_full = false;
  while (z.avail_in > 0 || block_was_full) {
    auto const unpacked = stream_->next();
    block_was_full = stream_->in_member && unpacked.size() == stream_->block.size();
    if (!unpacked.empty()) sink_(unpacked);
  }
}

void Gunzip::finish() const {
  if (stream_->in_member) throw Error(Problem::bad_gzip, "the gzip is cut off");
}

}  // namespace annals::csv
