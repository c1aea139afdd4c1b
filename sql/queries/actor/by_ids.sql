-- Actors by ($dataset_ids::integer[], $ids::bigint[]), side by side, in their order.
select a.dataset_id, a.id, d.key as dataset, a.key, a.name, a.kind, a.country, a.aliases, a.external_ids, a.visibility,
       a.attributes, a.note, a.version, a.created_at, a.since
from unnest($dataset_ids::integer[], $ids::bigint[]) with ordinality as wanted (dataset_id, id, position)
join @actor a on a.dataset_id = wanted.dataset_id and a.id = wanted.id
join @dataset d on d.id = a.dataset_id
order by wanted.position
limit 1000
