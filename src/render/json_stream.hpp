#pragma once

#include "domain/timeline.hpp"
#include "render/sink.hpp"
#include "wire/json_writer.hpp"

namespace annals::render {

/// A JSON document that is handed on in pieces.
class JsonStream {
 public:
  explicit JsonStream(Sink sink) : sink_(std::move(sink)), writer_(buffer_) {}
  JsonStream(JsonStream&&) = delete;

  wire::JsonWriter* operator->() { return &writer_; }
  wire::JsonWriter& operator*() { return writer_; }
  void send() {
    sink_(buffer_);
    buffer_.clear();
  }

 private:
  Sink sink_;
  std::string buffer_;
  wire::JsonWriter writer_;
};

/// `datasets`: key, title, licence and citation of each.
void write_datasets(wire::JsonWriter& json, std::vector<Dataset> const& datasets);
/// The sources of an entry as objects of key and title.
void write_sources(wire::JsonWriter& json, TimelineEntry const& entry);

}  // namespace annals::render
