#include "service/list_stage.hpp"

namespace annals::service {
namespace {

constexpr std::size_t loaded_at_once = std::size_t{4} << 20;
constexpr std::size_t remembered_max = 200'000;

}  // namespace

template <class Thing>
void ListStage::write(std::string const& stage, Thing const& thing, int line) {
  auto& [columns, rows] = waiting_[stage];
  if (columns.empty()) columns = staged_columns<Thing>();
  auto const before = rows.text().size();
  service::stage(thing, line, rows);
  waiting_bytes_ += rows.text().size() - before;
}

bool ListStage::is_new(std::string const& key) {
  if (named_.size() >= remembered_max) named_.clear();
  return named_.insert(key).second;
}

void ListStage::add(lists::ListRow const& row, int line) {
  for (auto const& actor : row.actors) {
    if (is_new("a" + actor.head.key)) write("actor", actor, ++next_);
  }
  if (row.place && is_new("p" + row.place->head.key)) write("place", *row.place, ++next_);
  for (auto const& source : row.sources) {
    if (is_new("s" + source.head.key)) write("source", source, ++next_);
  }
  write("event", row.event, line);
  for (auto const& claim : row.claims) write("claim", claim, ++next_);
  if (waiting_bytes_ >= loaded_at_once) load();
}

void ListStage::load() {
  if (loaded_.valid()) loaded_.get();
  std::swap(waiting_, loading_);
  waiting_bytes_ = 0;
  loaded_ = std::async(std::launch::async, [this] {
    for (auto& [stage, waiting] : loading_) {
      if (waiting.rows.text().empty()) continue;
      auto copy = store_.copy_in(stage, waiting.columns);
      copy.send(waiting.rows);
      copy.finish();
    }
  });
}

void ListStage::finish() {
  load();
  loaded_.get();
}

}  // namespace annals::service
