-- The relations that start from the events ($dataset_ids::integer[], $ids::bigint[]), side by side: to another dataset,
-- which may not be here, or to an event that the caller sees.
select r.dataset_id, r.event_id, e.key as event_key, r.relation, r.other_dataset, r.other_key, r.note, d.key as dataset
from unnest($dataset_ids::integer[], $ids::bigint[]) as wanted (dataset_id, id)
join @event e on e.dataset_id = wanted.dataset_id and e.id = wanted.id
join @dataset d on d.id = e.dataset_id
join @event_relation r on r.dataset_id = e.dataset_id and r.event_id = e.id
where r.other_dataset <> d.key
   or exists (select from @event o where o.dataset_id = r.dataset_id and o.key = r.other_key)
