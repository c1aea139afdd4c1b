-- What lies directly within the places ($dataset_ids::integer[], $ids::bigint[]), side by side.
select p.dataset_id, p.id
from unnest($dataset_ids::integer[], $ids::bigint[]) as wanted (dataset_id, id)
join @place p on p.dataset_id = wanted.dataset_id and p.within_id = wanted.id
