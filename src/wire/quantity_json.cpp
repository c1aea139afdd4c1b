#include "wire/quantity_json.hpp"

namespace annals::wire {

void write(JsonWriter& json, Quantity const& quantity) {
  json.begin_object();
  if (quantity.low) json.member("low", *quantity.low);
  if (quantity.best) json.member("best", *quantity.best);
  if (quantity.high) json.member("high", *quantity.high);
  json.end_object();
}

void write(JsonWriter& json, Quantities const& quantities) {
  json.begin_object();
  for (auto const& [name, quantity] : quantities) write(json.key(name), quantity);
  json.end_object();
}

}  // namespace annals::wire
