select d.id as dataset_id, d.key as dataset_key, one.id, one.key, one.dated, one.sort_day, one.sort_last, one.sort_instant,
       one.since, one.relevance
from unnest($dataset_ids::integer[], $dataset_keys::text[]) as d (id, key)
/* over */
cross join lateral (
  select e.id, e.key, e.sort_day < 2147483647 as dated, e.sort_day, e.sort_last, e.sort_instant, /* since */ as since,
         /* relevance */ as relevance
  from @event e /* through */
  where e.dataset_id = d.id /* filters */ /* after */
  order by /* order */
  limit $limit::integer
) one
