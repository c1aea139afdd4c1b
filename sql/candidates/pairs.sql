-- Pairs of each event ($dataset_ids::integer[], $ids::bigint[], side by side) and the events of $among::integer[] that
-- may be the same: they may have begun within $days::integer of each other, and their places lie within $reach::float8
-- degrees of latitude to each side, a square in kilometres, or, where one has no point, in one country. Of each the
-- $each::integer closest in time. With $back::integer days, the most that an event may have begun before, also those
-- before it; with 0 only those behind it, so that of many events each pair comes once. $across: only those of another
-- dataset. Not those that are linked already or were found to be two. How the others are come by (near) is put in.
with wanted as materialized (
  select e.dataset_id, e.id, e.key, d.key as dataset, e.sort_day,
         compared_last_day(e.sort_day, e.sort_last, e.start_latest) as last_day, p.location, p.country,
         box(point(p.location[0] - width, p.location[1] - $reach::float8),
             point(p.location[0] + width, p.location[1] + $reach::float8)) as square
  from unnest($dataset_ids::integer[], $ids::bigint[]) as w (dataset_id, id)
  join @event e on e.dataset_id = w.dataset_id and e.id = w.id
  join @dataset d on d.id = e.dataset_id
  left join @place p on p.dataset_id = e.dataset_id and p.id = e.place_id
  -- Near a pole, and over the antimeridian, the whole band of latitudes.
  cross join lateral (
    select case when abs(p.location[1]) + $reach::float8 < 89
                     and abs(p.location[0]) + $reach::float8 / cosd(abs(p.location[1]) + $reach::float8) < 180
                then $reach::float8 / cosd(abs(p.location[1]) + $reach::float8) else 360 end as width
  ) as degrees_of_longitude
  where e.sort_day < 2147483646  -- some bound is known
), /* near */, near_in_time as (
  select a.dataset_id, a.id, b.dataset_id as other_dataset_id, b.id as other_id,
         row_number() over (partition by a.dataset_id, a.id
                            order by abs(b.sort_day - a.sort_day), b.dataset_id, b.id) as rank
  from near b
  join wanted a on a.dataset_id = b.of_dataset_id and a.id = b.of_id
  join @dataset d on d.id = b.dataset_id
  where b.sort_day between a.sort_day - $back::integer and a.last_day + $days::integer
    and compared_last_day(b.sort_day, b.sort_last, b.start_latest) + $days::integer >= a.sort_day
    and (b.dataset_id, b.id) <> (a.dataset_id, a.id)
    and ($back::integer > 0 or (b.sort_day, b.dataset_id, b.id) > (a.sort_day, a.dataset_id, a.id))
    and (not $across::boolean or b.dataset_id <> a.dataset_id)
    and not exists (select from @event_relation r
                    where r.dataset_id = a.dataset_id and r.event_id = a.id and r.relation = 'same_as'
                      and r.other_dataset = d.key and r.other_key = b.key)
    and not exists (select from @event_relation r
                    where r.dataset_id = b.dataset_id and r.event_id = b.id and r.relation = 'same_as'
                      and r.other_dataset = a.dataset and r.other_key = a.key)
    and not exists (select from distinct_pair two
                    where two.kind = 'event' and two.dataset_id = a.dataset_id and two.id = a.id
                      and two.other_dataset_id = b.dataset_id and two.other_id = b.id)
    and not exists (select from distinct_pair two
                    where two.kind = 'event' and two.dataset_id = b.dataset_id and two.id = b.id
                      and two.other_dataset_id = a.dataset_id and two.other_id = a.id)
)
select dataset_id, id, other_dataset_id, other_id from near_in_time where rank <= $each::integer
