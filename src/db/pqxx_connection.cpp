#include "db/pqxx_connection.hpp"

#include <array>

static_assert(PQXX_VERSION_MAJOR == 6, "libpqxx 7 hands out its raw handle by seize_raw_connection instead");

namespace annals::db {
namespace {

// libpqxx 6 shows its handle to the policy that connects, and to nobody else.
class RawPolicy : public pqxx::connect_direct {
 public:
  using pqxx::connect_direct::connect_direct;

  handle do_startconnect(handle current) override {
    return last = pqxx::connect_direct::do_startconnect(current);
  }

  static thread_local handle last;
};
thread_local RawPolicy::handle RawPolicy::last = nullptr;

}  // namespace

PqxxConnection::PqxxConnection(std::string const& conninfo)
    : connection_(std::make_shared<pqxx::basic_connection_base<RawPolicy>>(conninfo)), raw_(RawPolicy::last) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  connection_->inhibit_reactivation(true);  // 6.4 marks it so since 7.0 never reconnects
#pragma GCC diagnostic pop
}

bool PqxxConnection::is_usable() const {
  return PQstatus(raw_) == CONNECTION_OK && PQtransactionStatus(raw_) == PQTRANS_IDLE;
}

void PqxxConnection::cancel() const {
  std::unique_ptr<PGcancel, decltype(&PQfreeCancel)> const cancel(PQgetCancel(raw_), &PQfreeCancel);
  std::array<char, 256> message;
  if (cancel) PQcancel(cancel.get(), message.data(), static_cast<int>(message.size()));
}

}  // namespace annals::db
