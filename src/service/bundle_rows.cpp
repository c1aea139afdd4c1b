#include "service/bundle_rows.hpp"

#include "domain/drafts.hpp"
#include "service/stage_thing.hpp"

namespace annals::service {
namespace {

template <class Thing, Thing (*draft)(FieldReader&)>
void stage_row(RowReader& row, db::CopyRows& rows) {
  auto const thing = draft(row);
  if (row.ok()) stage(thing, row.line(), rows);
}

}  // namespace

std::span<BundleTable const> bundle_tables() {
  static std::vector<BundleTable> const tables{
      {"actors.csv",
       "actor",
       {"key", "name", "kind", "country", "aliases", "external_ids", "visibility", "attributes", "note"},
       {"key", "name", "kind"},
       true,
       staged_columns<Actor>,
       stage_row<Actor, draft_actor>},
      {"actor_relations.csv",
       "actor_relation",
       {"key", "actor", "relation", "other", "date", "note"},
       {"key", "actor", "relation", "other"},
       false,
       staged_columns<ActorRelation>,
       stage_row<ActorRelation, draft_actor_relation>},
      {"places.csv",
       "place",
       {"key", "name", "kind", "country", "within", "lat", "lon", "precision", "aliases", "visibility",
        "attributes", "note"},
       {"key", "name"},
       true,
       staged_columns<Place>,
       stage_row<Place, draft_place>},
      {"sources.csv",
       "source",
       {"key", "kind", "title", "title_translated", "publisher", "author", "url", "archived_url", "published",
        "accessed", "language", "reliability", "republishes", "visibility", "attributes", "note"},
       {"key", "kind", "title"},
       true,
       staged_columns<Source>,
       stage_row<Source, draft_source>},
      {"events.csv",
       "event",
       {"key", "title", "description", "type", "status", "date", "place", "participants", "quantities",
        "tags", "visibility", "attributes", "note"},
       {"key", "title", "type", "status"},
       true,
       staged_columns<Event>,
       stage_row<Event, draft_event>},
      {"claims.csv",
       "claim",
       {"key", "event", "source", "claimant", "stance", "said", "date", "place", "status", "quantities",
        "gist", "quote", "language", "locator", "answers", "credibility", "visibility", "attributes", "note"},
       {"key", "event", "source", "stance"},
       true,
       staged_columns<Claim>,
       stage_row<Claim, draft_claim>},
      {"event_relations.csv",
       "event_relation",
       {"event", "relation", "other", "note"},
       {"event", "relation", "other"},
       false,
       staged_columns<EventRelation>,
       stage_row<EventRelation, draft_event_relation>},
      {"timelines.csv",
       "timeline",
       {"key", "title", "introduction", "query", "pins", "excludes", "notes", "sections", "language",
        "visibility"},
       {"key", "title"},
       false,
       staged_columns<SavedTimeline>,
       stage_row<SavedTimeline, draft_timeline>},
  };
  return tables;
}

}  // namespace annals::service
