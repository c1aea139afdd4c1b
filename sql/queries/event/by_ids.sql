-- Events by ($dataset_ids::integer[], $ids::bigint[]), two lists side by side, in their order; those that the caller
-- does not see are missing. Their place and participants with names, and how many claims of them the caller sees. A
-- participant reads "role id key name" of its actor.
select e.dataset_id, e.id, d.key as dataset, e.key, e.title, e.description, e.type, e.status, e.date, e.tags,
       e.visibility, e.attributes, e.note, e.version, e.created_at, e.since, e.quantities,
       p.id as place_id, p.key as place_key, p.name as place_name, p.location[0] as longitude,
       p.location[1] as latitude, p.precision as place_precision, p.country as place_country,
       array(select ep.role || ' ' || a.id || ' ' || a.key || ' ' || a.name
             from @event_participant ep
             join @actor a on a.dataset_id = ep.dataset_id and a.id = ep.actor_id
             where ep.dataset_id = e.dataset_id and ep.event_id = e.id
             order by ep.position) as participants,
       (select count(*) from @claim c where c.dataset_id = e.dataset_id and c.event_id = e.id) as claim_count
from unnest($dataset_ids::integer[], $ids::bigint[]) with ordinality as wanted (dataset_id, id, position)
join @event e on e.dataset_id = wanted.dataset_id and e.id = wanted.id
join @dataset d on d.id = e.dataset_id
left join @place p on p.dataset_id = e.dataset_id and p.id = e.place_id
order by wanted.position
limit 1001  -- one more than a page
