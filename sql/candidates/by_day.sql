-- Of many events of some days in a row: what else is of those days, by bands of latitude as high as the reach, so that a
-- dense city costs no more than a few strewn villages.
those_days as materialized (
  select b.dataset_id, b.id, b.key, b.sort_day, b.sort_last, b.start_latest, q.location, q.country,
         floor(q.location[1] / greatest($reach::float8, 0.001))::integer as band
  from @event b
  left join @place q on q.dataset_id = b.dataset_id and q.id = b.place_id
  where b.dataset_id = any ($among::integer[])
    and b.sort_day between (select min(sort_day) from wanted) - $back::integer
                       and (select max(last_day) from wanted) + $days::integer
), near as (
  select a.dataset_id as of_dataset_id, a.id as of_id, b.*
  from wanted a
  cross join generate_series(-1, 1) as step
  join those_days b on b.band = floor(a.location[1] / greatest($reach::float8, 0.001))::integer + step and b.location <@ a.square
  union all
  select a.dataset_id, a.id, b.*
  from wanted a
  join those_days b on b.country = a.country and (a.location is null or b.location is null)
  union all
  select a.dataset_id, a.id, b.*
  from wanted a
  join those_days b on a.country is null and a.location is null and b.country is null and b.location is null
)
