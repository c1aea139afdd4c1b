-- The relations that start from the actor ($dataset_id::integer, $id::bigint), by key.
select r.dataset_id, r.id from @actor_relation r
where r.dataset_id = $dataset_id::integer and r.actor_id = $id::bigint
order by r.key
limit 1000
