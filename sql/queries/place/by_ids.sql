-- Places by ($dataset_ids::integer[], $ids::bigint[]), side by side, in their order.
select p.dataset_id, p.id, d.key as dataset, p.key, p.name, p.kind, p.country, p.location[0] as longitude,
       p.location[1] as latitude, p.precision, p.aliases, p.visibility, p.attributes, p.note, p.version, p.created_at, p.since,
       o.id as within_id, o.key as within_key, o.name as within_name
from unnest($dataset_ids::integer[], $ids::bigint[]) with ordinality as wanted (dataset_id, id, position)
join @place p on p.dataset_id = wanted.dataset_id and p.id = wanted.id
join @dataset d on d.id = p.dataset_id
left join @place o on o.dataset_id = p.dataset_id and o.id = p.within_id
order by wanted.position
limit 1000
