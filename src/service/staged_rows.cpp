#include "service/staged_rows.hpp"

#include <utility>

#include "service/stage_thing.hpp"

namespace annals::service {
namespace {

constexpr std::size_t remembered_max = 20'000;

}  // namespace

std::size_t StagedRows::bytes() const {
  std::size_t sum = 0;
  for (auto const& rows : rows_) sum += rows.text().size();
  return sum;
}

void StagedRows::append(StagedRows const& more) {
  for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i].append(more.rows_[i]);
}

std::string staged_columns_of(StagedRows::Stage stage) {
  switch (stage) {
    case StagedRows::actor:
      return staged_columns<Actor>();
    case StagedRows::place:
      return staged_columns<annals::Place>();
    case StagedRows::source:
      return staged_columns<Source>();
    case StagedRows::event:
      return staged_columns<Event>();
    case StagedRows::claim:
      return staged_columns<Claim>();
  }
  return {};
}

int RowStager::take_number() { return std::exchange(next_, next_ + step_); }

template <class Thing>
void RowStager::add_named(Thing const& thing, char kind, db::CopyRows& to) {
  if (named_.size() >= remembered_max) named_.clear();
  if (named_.insert(kind + thing.head.key).second) stage(thing, take_number(), to);
}

void RowStager::add(lists::ListRow const& row, int line, StagedRows& to) {
  for (auto const& actor : row.actors) add_named(*actor, 'a', to.of(StagedRows::actor));
  if (row.place) add_named(*row.place, 'p', to.of(StagedRows::place));
  for (auto const& source : row.sources) add_named(source, 's', to.of(StagedRows::source));
  stage(row.event, line, to.of(StagedRows::event));
  for (auto const& claim : row.claims) stage(claim, take_number(), to.of(StagedRows::claim));
}

}  // namespace annals::service
