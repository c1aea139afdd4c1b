#include "db/claim_store.hpp"

#include "db/fields.hpp"
#include "sql_queries.hpp"

namespace annals::db {

Claim read_claim(Row const& row) {
  Claim claim;
  claim.head = read_head(row);
  claim.event = read_link(row, "event", "event_title").value();
  claim.source = read_link(row, "source", "source_title").value();
  claim.claimant = read_link(row, "claimant", "claimant_name");
  claim.stance = read_word<Stance>(row, "stance");
  claim.said = read_date(row, "said");
  claim.date = read_date(row, "date");
  claim.place = read_link(row, "place", "place_name");
  claim.status = read_optional_word<EventStatus>(row, "status");
  claim.quantities = read_quantities(row, "quantities");
  claim.gist = row.optional_text("gist");
  claim.quote = row.optional_text("quote");
  claim.language = row.optional_text("language");
  claim.locator = row.optional_text("locator");
  claim.answers = read_link(row, "answers");
  claim.credibility = row.optional_small("credibility");
  return claim;
}

std::vector<Claim> read_claims(Transaction& transaction, std::vector<ThingId> const& ids) {
  return read_all(transaction.run(sql::claim_by_ids, id_params(ids)), read_claim);
}

}  // namespace annals::db
