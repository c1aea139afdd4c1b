#include "service/bundle_rows.hpp"

#include "base/text.hpp"
#include "db/params.hpp"
#include "domain/country_outline.hpp"
#include "domain/date_columns.hpp"
#include "domain/source.hpp"
#include "wire/quantity_json.hpp"

namespace annals::service {
namespace {

constexpr double outline_tolerance_degrees = 1;

using Row = RowReader;
using Table = BundleTable;

std::string visibility_of(Row& row) { return row.word<Visibility>("visibility").value_or("public"); }

std::optional<std::string> edtf_of(std::optional<DateExpression> const& date) {
  return date ? std::optional(date->edtf()) : std::nullopt;
}

std::optional<int> day_number(std::optional<Day> const& day) {
  return day ? std::optional(static_cast<int>(day->time_since_epoch().count())) : std::nullopt;
}

/// The names under which a thing is found, and their search keys.
struct Names {
  explicit Names(std::string const& name) { add(name); }
  void add(std::string const& name) {
    names.push_back(name);
    folded.push_back(fold(name));
  }
  void add(std::vector<std::string> const& more) {
    for (auto const& name : more) add(name);
  }
  std::vector<std::string> names;
  std::vector<std::string> folded;
};

std::string search_text(std::optional<std::string> const& first, std::optional<std::string> const& second) {
  return fold(first.value_or("")) + " " + fold(second.value_or(""));
}

void stage_actor(Row& row, Table const& table, std::string const&, db::CopyIn& copy) {
  auto const key = row.required_key("key");
  auto const name = row.required_title("name");
  auto const kind = row.required_word<ActorKind>("kind");
  auto const country = row.country("country");
  auto const aliases = row.list("aliases");
  auto const external_ids = row.external_ids("external_ids");
  auto const visibility = visibility_of(row);
  auto const attributes = row.attributes(table.columns);
  auto const note = row.long_text("note");
  if (!row.ok()) return;
  Names names(name);
  names.add(aliases);
  copy << row.line() << key << name << kind << country << aliases << external_ids << visibility << attributes
       << note << names.names << names.folded;
  copy.end_row();
}

void stage_place(Row& row, Table const& table, std::string const&, db::CopyIn& copy) {
  auto const key = row.required_key("key");
  auto const name = row.required_title("name");
  auto const kind = row.open_word("kind");
  auto const country = row.country("country");
  auto const within = row.key("within");
  auto const point = row.point("lon", "lat");
  auto const precision = row.word<PlacePrecision>("precision");
  auto const aliases = row.list("aliases");
  auto const visibility = visibility_of(row);
  auto const attributes = row.attributes(table.columns);
  auto const note = row.long_text("note");
  if (!row.ok()) return;
  if (point && country && lies_in_country(*point, *country, outline_tolerance_degrees) == false) {
    row.warn("lat", Problem::point_outside_country,
             "lies outside " + *country + "; are latitude and longitude swapped?");
  }
  Names names(name);
  names.add(aliases);
  std::optional<std::string> location;
  if (point) location = "(" + db::to_sql(point->longitude) + "," + db::to_sql(point->latitude) + ")";
  copy << row.line() << key << name << kind << country << within << location << precision << aliases
       << visibility << attributes << note << names.names << names.folded;
  copy.end_row();
}

void stage_source(Row& row, Table const& table, std::string const&, db::CopyIn& copy) {
  Source source;
  auto const key = row.required_key("key");
  auto const kind = row.required_word<SourceKind>("kind");
  auto const title = row.required_title("title");
  auto const translated = row.title("title_translated");
  auto const publisher = row.title("publisher");
  auto const author = row.title("author");
  auto const url = row.url("url");
  auto const archived_url = row.url("archived_url");
  source.published = row.date("published");
  source.accessed = row.date("accessed");
  auto const language = row.language("language");
  auto const reliability = row.word<Reliability>("reliability");
  auto const republishes = row.key("republishes");
  auto const visibility = visibility_of(row);
  auto const attributes = row.attributes(table.columns);
  auto const note = row.long_text("note");
  if (!row.ok()) return;
  Names names(title);
  if (translated) names.add(*translated);
  copy << row.line() << key << kind << title << translated << publisher << author << url << archived_url
       << edtf_of(source.published) << edtf_of(source.accessed) << day_number(published_from(source))
       << day_number(public_by(source)) << language << reliability << republishes << visibility << attributes
       << note << names.names << names.folded << (publisher ? std::optional(fold(*publisher)) : std::nullopt);
  copy.end_row();
}

void stage_event(Row& row, Table const& table, std::string const&, db::CopyIn& copy) {
  auto const key = row.required_key("key");
  auto const title = row.required_title("title");
  auto const description = row.long_text("description");
  auto const type = row.event_type("type");
  auto const status = row.required_word<EventStatus>("status");
  auto const date = columns_of(row.date("date"));
  auto const place = row.key("place");
  auto const participants = row.participants("participants");
  auto const quantities = row.quantities("quantities");
  auto const tags = row.list("tags");
  auto const visibility = visibility_of(row);
  auto const attributes = row.attributes(table.columns);
  auto const note = row.long_text("note");
  if (!row.ok()) return;
  std::vector<std::string> roles, actors;
  for (auto const& participant : participants) {
    roles.push_back(participant.role);
    actors.push_back(participant.actor);
  }
  copy << row.line() << key << title << description << type << status << date.edtf << date.start_earliest
       << date.start_latest << date.end_earliest << date.end_latest << date.certain_start << date.certain_end
       << date.certain_start_open << date.certain_end_open;
  date.members.empty() ? copy << std::nullopt : copy << date.members;
  copy << date.sort_day << date.sort_last << date.sort_instant << place << roles << actors
       << wire::quantities_text(quantities) << tags << visibility << attributes << note
       << search_text(title, description);
  copy.end_row();
}

void stage_claim(Row& row, Table const& table, std::string const&, db::CopyIn& copy) {
  auto const key = row.required_key("key");
  auto const event = row.required_key("event");
  auto const source = row.required_key("source");
  auto const claimant = row.key("claimant");
  auto const stance = row.required_word<Stance>("stance");
  auto const said = row.date("said");
  auto const date = row.date("date");
  auto const place = row.key("place");
  auto const status = row.word<EventStatus>("status");
  auto const quantities = row.quantities("quantities");
  auto const gist = row.long_text("gist");
  auto const quote = row.long_text("quote");
  auto const language = row.language("language");
  auto const locator = row.title("locator");
  auto const answers = row.key("answers");
  auto const credibility = row.credibility("credibility");
  auto const visibility = visibility_of(row);
  auto const attributes = row.attributes(table.columns);
  auto const note = row.long_text("note");
  if (!row.ok()) return;
  auto const days = columns_of(date);
  copy << row.line() << key << event << source << claimant << stance << edtf_of(said) << edtf_of(date)
       << days.start_earliest << days.end_latest << place << status << wire::quantities_text(quantities)
       << gist << quote << language << locator << answers << credibility << visibility << attributes << note
       << search_text(gist, quote);
  copy.end_row();
}

void stage_actor_relation(Row& row, Table const&, std::string const& dataset, db::CopyIn& copy) {
  auto const key = row.required_key("key");
  auto const actor = row.required_key("actor");
  auto const relation = row.required_word<ActorRelationKind>("relation");
  auto const other = row.reference("other");
  auto const date = row.date("date");
  auto const note = row.long_text("note");
  if (!row.ok()) return;
  auto const days = columns_of(date);
  copy << row.line() << key << actor << relation << (other->dataset.empty() ? dataset : other->dataset)
       << other->key << edtf_of(date) << days.start_earliest << days.end_latest << "public" << note;
  copy.end_row();
}

void stage_event_relation(Row& row, Table const&, std::string const& dataset, db::CopyIn& copy) {
  auto const event = row.required_key("event");
  auto const relation = row.required_word<EventRelationKind>("relation");
  auto const other = row.reference("other");
  auto const note = row.long_text("note");
  if (row.ok() && other->key == event && (other->dataset.empty() || other->dataset == dataset)) {
    row.fault("other", Problem::cycle, "is the event itself");
  }
  if (!row.ok()) return;
  copy << row.line() << event << relation << (other->dataset.empty() ? dataset : other->dataset) << other->key
       << note;
  copy.end_row();
}

void stage_timeline(Row& row, Table const&, std::string const&, db::CopyIn& copy) {
  auto const key = row.required_key("key");
  auto const title = row.required_title("title");
  auto const introduction = row.long_text("introduction");
  auto const query = row.long_text("query");
  auto const pins = row.list("pins");
  auto const excludes = row.list("excludes");
  auto const notes = row.json_object("notes");
  auto const sections = row.json_array("sections");
  auto const language = row.language("language");
  auto const visibility = visibility_of(row);
  if (!row.ok()) return;
  copy << row.line() << key << title << introduction << query << pins << excludes << notes << sections
       << language << visibility;
  copy.end_row();
}

}  // namespace

std::span<BundleTable const> bundle_tables() {
  static std::vector<BundleTable> const tables{
      {"actors.csv",
       "actor",
       {"key", "name", "kind", "country", "aliases", "external_ids", "visibility", "attributes", "note"},
       {"key", "name", "kind"},
       true,
       "line, key, name, kind, country, aliases, external_ids, visibility, attributes, note, names, folded",
       stage_actor},
      {"actor_relations.csv",
       "actor_relation",
       {"key", "actor", "relation", "other", "date", "note"},
       {"key", "actor", "relation", "other"},
       false,
       "line, key, actor_key, relation, other_dataset, other_key, date, first_day, last_day, visibility, "
       "note",
       stage_actor_relation},
      {"places.csv",
       "place",
       {"key", "name", "kind", "country", "within", "lat", "lon", "precision", "aliases", "visibility",
        "attributes", "note"},
       {"key", "name"},
       true,
       "line, key, name, kind, country, within_key, location, precision, aliases, visibility, attributes, "
       "note,"
       " names, folded",
       stage_place},
      {"sources.csv",
       "source",
       {"key", "kind", "title", "title_translated", "publisher", "author", "url", "archived_url", "published",
        "accessed", "language", "reliability", "republishes", "visibility", "attributes", "note"},
       {"key", "kind", "title"},
       true,
       "line, key, kind, title, title_translated, publisher, author, url, archived_url, published, accessed,"
       " published_from, public_by, language, reliability, republishes_key, visibility, attributes, note, "
       "names,"
       " folded, publisher_folded",
       stage_source},
      {"events.csv",
       "event",
       {"key", "title", "description", "type", "status", "date", "place", "participants", "quantities",
        "tags", "visibility", "attributes", "note"},
       {"key", "title", "type", "status"},
       true,
       "line, key, title, description, type, status, date, start_earliest, start_latest, end_earliest,"
       " end_latest, certain_start, certain_end, certain_start_open, certain_end_open, date_members, "
       "sort_day,"
       " sort_last, sort_instant, place_key, roles, actors, quantities, tags, visibility, attributes, note,"
       " search_text",
       stage_event},
      {"claims.csv",
       "claim",
       {"key", "event", "source", "claimant", "stance", "said", "date", "place", "status", "quantities",
        "gist", "quote", "language", "locator", "answers", "credibility", "visibility", "attributes", "note"},
       {"key", "event", "source", "stance"},
       true,
       "line, key, event_key, source_key, claimant_key, stance, said, date, first_day, last_day, place_key,"
       " status, quantities, gist, quote, language, locator, answers_key, credibility, visibility, "
       "attributes,"
       " note, search_text",
       stage_claim},
      {"event_relations.csv",
       "event_relation",
       {"event", "relation", "other", "note"},
       {"event", "relation", "other"},
       false,
       "line, event_key, relation, other_dataset, other_key, note",
       stage_event_relation},
      {"timelines.csv",
       "timeline",
       {"key", "title", "introduction", "query", "pins", "excludes", "notes", "sections", "language",
        "visibility"},
       {"key", "title"},
       false,
       "line, key, title, introduction, query, pins, excludes, notes, sections, language, visibility",
       stage_timeline},
  };
  return tables;
}

}  // namespace annals::service
