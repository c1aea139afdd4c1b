#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "domain/actor.hpp"
#include "domain/date_expression.hpp"
#include "domain/place.hpp"

namespace annals::lists {

/// What was made of a text before. Bounded: what is full begins anew.
template <class Value>
class Memo {
 public:
  [[nodiscard]] Value const* find(std::string const& text) const {
    auto const found = values_.find(text);
    return found == values_.end() ? nullptr : &found->second;
  }
  Value const& keep(std::string const& text, Value value) {
    if (values_.size() >= most) values_.clear();
    return values_.insert_or_assign(text, std::move(value)).first->second;
  }

 private:
  static constexpr std::size_t most = 5'000;
  std::unordered_map<std::string, Value> values_;
};

/// What rows have in common: a list has a few thousand days, actors and places, again and again. Of one
/// thread.
struct RowMemo {
  Memo<DateExpression> dates;
  Memo<std::shared_ptr<Actor const>> actors;
  Memo<std::shared_ptr<Place const>> places;
};

}  // namespace annals::lists
