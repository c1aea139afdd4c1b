#include <fstream>

#include "csv/bundle_writer.hpp"
#include "csv/list_input.hpp"
#include "fuzz/properties.hpp"
#include "wire/problem_json.hpp"

/// A file as it is sent: a zip, a gzip or a list.
extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  using namespace annals;
  static csv::TemporaryFolder const folder;
  auto const path = folder.path() / "list";
  std::ofstream(path, std::ios::binary | std::ios::trunc)
      .write(reinterpret_cast<char const*>(data), static_cast<std::streamsize>(size));
  std::size_t bytes = 0;
  csv::ListInput input(path);
  try {
    input.read([&](csv::Record&& record) {
      for (auto const& cell : record.cells) bytes += cell.size();
    });
  } catch (Error const& error) {
    fuzz::require_presentable(error);
    auto const status = wire::kind_of(error.problem()).status;
    fuzz::require(status == 400 || status == 422, "a file that is refused is the client's fault");
  }
  // A byte that is no text is three of U+FFFD; a code unit of UTF-16 at most that.
  fuzz::require(bytes <= 3 * ((std::size_t{1} << 20) + 200 * size + 65536), "no more comes out than may");
  fuzz::require(input.bytes_read() <= input.bytes_total(), "no more is read than is there");
  return 0;
}
