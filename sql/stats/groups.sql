-- How many of the events that pass the filters each group has. Composed by db/event_groups from a file for each
-- dimension; those of a thing have its id here, and are named at the end.
with /* words */ counted as (
  select /* dataset */ as dataset_id, /* first */ as first, /* second */ as second, count(*) as count /* sums */
  from unnest($dataset_ids::integer[], $dataset_keys::text[]) as d (id, key)
  join @event e on e.dataset_id = d.id
  /* joins */
  where true /* filters */
  group by 1, 2, 3
)
select /* first label */ as first_label, /* second label */ as second_label, counted.*
from counted
order by /* order */
limit $limit::integer
