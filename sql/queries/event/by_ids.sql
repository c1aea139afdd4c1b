-- Events by ($dataset_ids::integer[], $ids::bigint[]), two lists side by side, in their order; those that the caller
-- does not see are missing. Their place and participants with names. A quantity reads name=low/best/high.
select e.dataset_id, e.id, d.key as dataset, e.key, e.title, e.description, e.type, e.status, e.date, e.tags,
       e.visibility, e.attributes, e.note, e.version, e.created_at, e.since,
       array(select q.key || '=' || concat_ws('/', coalesce(q.value ->> 'low', ''), coalesce(q.value ->> 'best', ''),
                                              coalesce(q.value ->> 'high', ''))
             from jsonb_each(e.quantities) q) as quantities,
       p.id as place_id, p.key as place_key, p.name as place_name, p.location[0] as longitude,
       p.location[1] as latitude, p.precision as place_precision, p.country as place_country,
       part.roles, part.actor_ids, part.actor_keys, part.actor_names
from unnest($dataset_ids::integer[], $ids::bigint[]) with ordinality as wanted (dataset_id, id, position)
join @event e on e.dataset_id = wanted.dataset_id and e.id = wanted.id
join @dataset d on d.id = e.dataset_id
left join @place p on p.dataset_id = e.dataset_id and p.id = e.place_id
left join lateral (
  select array_agg(one.role) as roles, array_agg(one.id) as actor_ids, array_agg(one.key) as actor_keys,
         array_agg(one.name) as actor_names
  from (
    -- In the order of its key: ordered within each aggregate they would be sorted four times.
    select ep.role, a.id, a.key, a.name
    from @event_participant ep
    join @actor a on a.dataset_id = ep.dataset_id and a.id = ep.actor_id
    where ep.dataset_id = e.dataset_id and ep.event_id = e.id
    order by ep.position
  ) one
) part on true
order by wanted.position
limit 1000
