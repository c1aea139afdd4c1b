-- The relations that start from the actor ($dataset_id::integer, $id::bigint), by key; $key null: all, else that one. The
-- other actor's name where the caller sees it.
select r.dataset_id, r.id, d.key as dataset, r.key, r.relation, r.other_dataset, r.other_key, r.date, r.visibility,
       null as attributes, r.note, r.version, r.created_at, r.since, a.id as actor_id, a.key as actor_key, a.name as actor_name,
       o.name as other_name
from @actor_relation r
join @dataset d on d.id = r.dataset_id
join @actor a on a.dataset_id = r.dataset_id and a.id = r.actor_id
left join @dataset od on od.key = r.other_dataset
left join @actor o on o.dataset_id = od.id and o.key = r.other_key
where r.dataset_id = $dataset_id::integer and r.actor_id = $id::bigint and ($key::text is null or r.key = $key::text)
order by r.key
limit 1000
