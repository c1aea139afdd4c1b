-- Of a few events: along the index of each place near them.
near as (
  select a.dataset_id as of_dataset_id, a.id as of_id, found.*
  from wanted a
  cross join lateral (
    select b.dataset_id, b.id, b.key, b.sort_day, b.sort_last, b.start_latest
    from @place q
    join @event b on b.dataset_id = q.dataset_id and b.place_id = q.id
    where a.location is not null and q.dataset_id = any ($among::integer[])
      and (q.location <@ a.square or q.location is null and q.country = a.country)
      and b.sort_day between a.sort_day - $back::integer and a.last_day + $days::integer
    union all
    select b.dataset_id, b.id, b.key, b.sort_day, b.sort_last, b.start_latest
    from @event b
    left join @place q on q.dataset_id = b.dataset_id and q.id = b.place_id
    where a.location is null and b.dataset_id = any ($among::integer[])
      and (q.country = a.country or a.country is null and q.country is null and q.location is null)
      and b.sort_day between a.sort_day - $back::integer and a.last_day + $days::integer
  ) found
)
