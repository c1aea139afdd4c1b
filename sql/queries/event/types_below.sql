-- Of the types $types::text[] those in use, and those below them, in the datasets $dataset_ids::integer[]: from one type
-- to the next by the index. Below "a" stands "a." with more; '/' is what comes behind '.'.
select distinct found.type
from unnest($dataset_ids::integer[]) as d (id)
cross join unnest($types::text[]) as asked (type)
cross join lateral (
  with recursive step (type) as (
    (select e.type from @event e
     where e.dataset_id = d.id and e.type >= asked.type and e.type < asked.type || '/' order by e.type limit 1)
    union all
    select (select e.type from @event e
            where e.dataset_id = d.id and e.type > step.type and e.type < asked.type || '/' order by e.type limit 1)
    from step where step.type is not null
  )
  select step.type from step where step.type is not null
) found
order by found.type
limit 10000
