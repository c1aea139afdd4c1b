#include "http/handlers/timeline_text.hpp"

#include "base/error.hpp"
#include "domain/snapshot.hpp"
#include "render/timeline_json.hpp"

namespace annals::http {

std::string timeline_text(db::Transaction& transaction, service::TimelinePlan const& plan,
                          std::size_t entries_max) {
  if (plan.events.size() > entries_max)
    throw Error(Problem::too_many,
                "the timeline has more than " + std::to_string(entries_max) + " entries; ask for less");
  std::string text;
  auto const take = [&](std::string_view piece) {
    if (text.size() + piece.size() > snapshot_bytes_max)
      throw Error(Problem::too_long, "the timeline has more than 16 MiB as JSON");
    text += piece;
  };
  service::build_timeline(transaction, plan, *render::timeline_json(take));
  return text;
}

}  // namespace annals::http
