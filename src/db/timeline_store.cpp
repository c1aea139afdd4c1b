#include "db/timeline_store.hpp"

#include "db/fields.hpp"
#include "sql_queries.hpp"

namespace annals::db {

std::vector<SavedTimeline> read_timelines(Transaction& transaction, std::vector<ThingId> const& ids) {
  return read_all(transaction.run(sql::timeline_by_ids, id_params(ids)), [](Row const& row) {
    SavedTimeline timeline;
    timeline.head = read_head(row);
    timeline.title = row.text("title");
    timeline.introduction = row.optional_text("introduction");
    timeline.query = row.optional_text("query");
    timeline.pins = row.text_array("pins");
    timeline.excludes = row.text_array("excludes");
    timeline.notes = row.optional_text("notes");
    timeline.sections = row.optional_text("sections");
    timeline.language = row.optional_text("language");
    return timeline;
  });
}

}  // namespace annals::db
