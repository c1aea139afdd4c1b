-- Relations of actors by ($dataset_ids::integer[], $ids::bigint[]), side by side, in their order. The other actor's name
-- where the caller sees it.
select r.dataset_id, r.id, d.key as dataset, r.key, r.relation, r.other_dataset, r.other_key, r.date, r.visibility,
       null as attributes, r.note, r.version, r.created_at, r.since, a.id as actor_id, a.key as actor_key, a.name as actor_name,
       o.name as other_name
from unnest($dataset_ids::integer[], $ids::bigint[]) with ordinality as wanted (dataset_id, id, position)
join @actor_relation r on r.dataset_id = wanted.dataset_id and r.id = wanted.id
join @dataset d on d.id = r.dataset_id
join @actor a on a.dataset_id = r.dataset_id and a.id = r.actor_id
left join @dataset od on od.key = r.other_dataset
left join @actor o on o.dataset_id = od.id and o.key = r.other_key
order by wanted.position
limit 1000
