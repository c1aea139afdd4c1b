-- What of the events ($dataset_ids::integer[], $ids::bigint[], side by side) is compared; of each actor all names, its
-- own first.
select e.dataset_id, e.id, e.sort_day as first_day,
       compared_last_day(e.sort_day, e.sort_last, e.start_latest) as last_day, e.title, e.type, e.quantities,
       p.id as place_id, p.location[0] as longitude, p.location[1] as latitude, p.country,
       coalesce(named.ids, '{}') as actor_ids, coalesce(named.names, '{}') as actor_names,
       coalesce(named.folded, '{}') as actor_folded
from unnest($dataset_ids::integer[], $ids::bigint[]) as wanted (dataset_id, id)
join @event e on e.dataset_id = wanted.dataset_id and e.id = wanted.id
left join @place p on p.dataset_id = e.dataset_id and p.id = e.place_id
cross join lateral (
  select array_agg(n.thing_id order by n.thing_id, n.position) as ids,
         array_agg(n.name::text order by n.thing_id, n.position) as names,
         array_agg(n.folded order by n.thing_id, n.position) as folded
  from (select distinct ep.actor_id from @event_participant ep
        where ep.dataset_id = e.dataset_id and ep.event_id = e.id) ep
  join @name n on n.dataset_id = e.dataset_id and n.kind = 'actor' and n.thing_id = ep.actor_id
) named
