-- The search keys of things of $kind ($dataset_ids::integer[], $ids::bigint[]), side by side.
select distinct n.folded
from unnest($dataset_ids::integer[], $ids::bigint[]) as wanted (dataset_id, id)
join @name n on n.dataset_id = wanted.dataset_id and n.kind = $kind and n.thing_id = wanted.id
limit 10000
