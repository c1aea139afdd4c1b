-- The events that pass the filters, a page at a time, each with its sort key. Composed by db/event_query: of each branch at
-- most a page, in order, then the first of them all.
with /* words */ found as (
  /* branches */
)
select found.dataset_id, found.id, /* key */ as sort_key
from found
where true /* after */
order by /* order */
limit $limit::integer
