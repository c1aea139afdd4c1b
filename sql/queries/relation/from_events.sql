-- The relations that start from the events ($dataset_ids::integer[], $ids::bigint[]), side by side, to events that the
-- caller sees.
select r.dataset_id, r.event_id, e.key as event_key, r.relation, r.other_dataset, r.other_key, r.note,
       o.dataset_id as other_dataset_id, o.id as other_id, o.title as other_title
from unnest($dataset_ids::integer[], $ids::bigint[]) as wanted (dataset_id, id)
join @event_relation r on r.dataset_id = wanted.dataset_id and r.event_id = wanted.id
join @event e on e.dataset_id = r.dataset_id and e.id = r.event_id
join @dataset d on d.key = r.other_dataset
join @event o on o.dataset_id = d.id and o.key = r.other_key
order by r.dataset_id, r.event_id, r.relation, r.other_dataset, r.other_key
