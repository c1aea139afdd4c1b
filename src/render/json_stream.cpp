#include "render/json_stream.hpp"

#include "render/entry_text.hpp"

namespace annals::render {

void write_datasets(wire::JsonWriter& json, std::vector<Dataset> const& datasets) {
  json.key("datasets").begin_array();
  for (auto const& dataset : datasets) {
    json.begin_object().member("key", dataset.key).member("title", dataset.title);
    json.member("licence", dataset.licence).member("citation", dataset.citation).end_object();
  }
  json.end_array();
}

void write_sources(wire::JsonWriter& json, TimelineEntry const& entry) {
  json.key("sources").begin_array();
  for (auto const& [key, title] : sources_of(entry))
    json.begin_object().member("key", key).member("title", title).end_object();
  json.end_array();
}

}  // namespace annals::render
