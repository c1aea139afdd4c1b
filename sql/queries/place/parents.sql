-- Within what the places ($dataset_ids::integer[], $ids::bigint[]), side by side, lie: one step.
select p.dataset_id, p.id, p.within_id
from unnest($dataset_ids::integer[], $ids::bigint[]) as wanted (dataset_id, id)
join @place p on p.dataset_id = wanted.dataset_id and p.id = wanted.id
where p.within_id is not null
