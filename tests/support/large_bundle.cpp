#include "support/large_bundle.hpp"

#include <fstream>

namespace annals::test {

void write_large_bundle(std::filesystem::path const& folder, int events_of_bundle,
                        std::size_t bytes_of_description) {
  std::filesystem::create_directories(folder);
  std::ofstream events(folder / "events.csv"), sources(folder / "sources.csv"), claims(folder / "claims.csv");
  events << "key,title,description,type,status,date\n";
  sources << "key,kind,title,published\ns,news,A source,2020-01-01\n";
  claims << "key,event,source,stance\n";
  std::string const description(bytes_of_description, 'x');
  for (int i = 0; i < events_of_bundle; ++i) {
    events << 'e' << i << ",Event " << i << ',' << description << ",talks,occurred,2020-"
           << (i % 12 < 9 ? "0" : "") << i % 12 + 1 << '\n';
    claims << 'c' << i << ",e" << i << ",s,asserts\n";
  }
}

}  // namespace annals::test
