-- One step from the events ($dataset_ids::integer[], $ids::bigint[]), side by side, along the relations of the kinds
-- $relations::text[] (null: any), in both directions, to events that the caller sees.
with wanted as (
  select e.dataset_id, e.id, e.key, d.key as dataset
  from unnest($dataset_ids::integer[], $ids::bigint[]) as w (dataset_id, id)
  join @event e on e.dataset_id = w.dataset_id and e.id = w.id
  join @dataset d on d.id = e.dataset_id
)
select w.dataset_id as from_dataset_id, w.id as from_id, o.dataset_id, o.id
from wanted w
join @event_relation r on r.dataset_id = w.dataset_id and r.event_id = w.id
join @dataset d on d.key = r.other_dataset
join @event o on o.dataset_id = d.id and o.key = r.other_key
where $relations::text[] is null or r.relation = any ($relations::text[])
union
select w.dataset_id, w.id, o.dataset_id, o.id
from wanted w
join @event_relation r on r.other_dataset = w.dataset and r.other_key = w.key
join @event o on o.dataset_id = r.dataset_id and o.id = r.event_id
where $relations::text[] is null or r.relation = any ($relations::text[])
