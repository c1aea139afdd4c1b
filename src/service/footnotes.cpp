#include "service/footnotes.hpp"

#include <algorithm>

#include "db/source_store.hpp"

namespace annals::service {
namespace {

constexpr std::size_t told_at_once = 100;
constexpr std::size_t copies_named_max = 3;

}  // namespace

int Footnotes::number_of(ThingId source, ThingId original) {
  auto const [found, is_new] = numbers_.emplace(source, static_cast<int>(numbers_.size()) + 1);
  if (!is_new) return found->second;
  cited_.push_back(source);
  if (original != source) {
    originals_.emplace(source, original);
    copies_[original].push_back(source);
  }
  return found->second;
}

std::optional<int> Footnotes::number_of_cited(ThingId source) const {
  auto const found = numbers_.find(source);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

Footnotes::Ids Footnotes::copies_beside(ThingId source) const {
  if (auto const found = copies_.find(source); found != copies_.end()) return found->second;
  auto const original = originals_.find(source);
  if (original == originals_.end() || number_of_cited(original->second)) return {};
  auto const& all = copies_.at(original->second);
  return all.front() == source ? Ids(all.begin() + 1, all.end()) : Ids{};
}

std::map<ThingId, std::string> Footnotes::publishers_of_copies(db::Transaction& transaction,
                                                               Ids const& told) const {
  Ids named;
  for (auto const& source : told) {
    auto const copies = copies_beside(source);
    auto const number = static_cast<std::ptrdiff_t>(std::min(copies.size(), copies_named_max));
    named.insert(named.end(), copies.begin(), copies.begin() + number);
  }
  std::map<ThingId, std::string> publishers;
  if (named.empty()) return publishers;
  for (auto const& copy : db::read_sources(transaction, named))
    publishers.emplace(copy.head.id, copy.publisher.value_or(copy.title));
  return publishers;
}

void Footnotes::tell(db::Transaction& transaction, TimelineRenderer& renderer) const {
  for (std::size_t at = 0; at < cited_.size(); at += told_at_once) {
    auto const from = cited_.begin() + static_cast<std::ptrdiff_t>(at);
    Ids const ids(from, from + static_cast<std::ptrdiff_t>(std::min(told_at_once, cited_.size() - at)));
    auto const publishers = publishers_of_copies(transaction, ids);
    for (auto& source : db::read_sources(transaction, ids)) {
      auto const id = source.head.id;
      Footnote footnote{numbers_.at(id), std::move(source), {}, {}};
      for (auto const& copy : copies_beside(id)) {
        footnote.copies.numbers.push_back(numbers_.at(copy));
        if (auto const name = publishers.find(copy); name != publishers.end())
          footnote.copies.names.push_back(name->second);
      }
      if (auto const original = originals_.find(id); original != originals_.end())
        footnote.original = number_of_cited(original->second);
      renderer.footnote(footnote);
    }
  }
}

}  // namespace annals::service
