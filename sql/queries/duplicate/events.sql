-- The next dated events of the datasets $dataset_ids::integer[] in the order of their first possible day, behind
-- ($after_day::integer, $after_dataset_id::integer, $after_id::bigint); in each by its index.
select e.dataset_id, e.id, e.sort_day
from unnest($dataset_ids::integer[]) as d (id)
cross join lateral (
  select e.dataset_id, e.id, e.sort_day from @event e
  where e.dataset_id = d.id and e.sort_day between $after_day::integer and 2147483645  -- some bound is known
    and (e.sort_day, e.dataset_id, e.id)
        > ($after_day::integer, $after_dataset_id::integer, $after_id::bigint)
  order by e.sort_day, e.id
  limit $limit::integer
) e
order by e.sort_day, e.dataset_id, e.id
limit $limit::integer
