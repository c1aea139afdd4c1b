-- One step from the actors ($dataset_ids::integer[], $ids::bigint[]), side by side: who is the same (in either
-- direction), and who is part of them, with the days on which that may hold.
with wanted as (
  select a.dataset_id, a.id, a.key, d.key as dataset
  from unnest($dataset_ids::integer[], $ids::bigint[]) as w (dataset_id, id)
  join @actor a on a.dataset_id = w.dataset_id and a.id = w.id
  join @dataset d on d.id = a.dataset_id
)
select w.dataset_id as from_dataset_id, w.id as from_id, r.relation, r.dataset_id, r.actor_id as id, r.first_day, r.last_day
from wanted w
join @actor_relation r on r.other_dataset = w.dataset and r.other_key = w.key
join @actor o on o.dataset_id = r.dataset_id and o.id = r.actor_id
where r.relation in ('same_as', 'part_of')
union all
select w.dataset_id, w.id, r.relation, o.dataset_id, o.id, null, null
from wanted w
join @actor_relation r on r.dataset_id = w.dataset_id and r.actor_id = w.id
join @dataset d on d.key = r.other_dataset
join @actor o on o.dataset_id = d.id and o.key = r.other_key
where r.relation = 'same_as'
