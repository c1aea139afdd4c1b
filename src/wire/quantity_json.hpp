#pragma once

#include "domain/quantity.hpp"
#include "wire/json_writer.hpp"

namespace annals::wire {

/// {"best":1960}, {"low":2000,"high":9999}: the parts that are known.
void write(JsonWriter& json, Quantity const& quantity);
void write(JsonWriter& json, Quantities const& quantities);

}  // namespace annals::wire
