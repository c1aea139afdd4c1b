-- The events of these names ($datasets::text[], $keys::text[]), side by side, that the caller sees.
select e.dataset_id, e.id, e.key
from unnest($datasets::text[], $keys::text[]) as wanted (dataset, key)
join @dataset d on d.key = wanted.dataset
join @event e on e.dataset_id = d.id and e.key = wanted.key
