#include "db/source_store.hpp"

#include "db/fields.hpp"
#include "sql_queries.hpp"

namespace annals::db {
namespace {

Source read_source(Row const& row) {
  Source source;
  source.head = read_head(row);
  source.kind = read_word<SourceKind>(row, "kind");
  source.title = row.text("title");
  source.title_translated = row.optional_text("title_translated");
  source.publisher = row.optional_text("publisher");
  source.author = row.optional_text("author");
  source.url = row.optional_text("url");
  source.archived_url = row.optional_text("archived_url");
  source.published = read_date(row, "published");
  source.accessed = read_date(row, "accessed");
  source.language = row.optional_text("language");
  source.reliability = read_optional_word<Reliability>(row, "reliability");
  source.republishes = read_link(row, "republishes", "republishes_title");
  source.republishes_publisher = row.optional_text("republishes_publisher");
  source.republishes_copy = source.republishes && row.boolean("republishes_copy");
  return source;
}

}  // namespace

std::vector<Source> read_sources(Transaction& transaction, std::vector<ThingId> const& ids) {
  return read_all(transaction.run(sql::source_by_ids, id_params(ids)), read_source);
}

}  // namespace annals::db
