-- The relations that lead to the events ($dataset_ids::integer[], $ids::bigint[]), side by side, from events that the
-- caller sees: of each event the first $of_each::integer.
with led as (
  select e.dataset_id, e.id as event_id, e.key as event_key, r.relation, r.note, od.key as other_dataset,
         o.key as other_key, o.dataset_id as other_dataset_id, o.id as other_id, o.title as other_title,
         row_number() over (partition by e.dataset_id, e.id order by r.relation, od.key, o.key) as place
  from unnest($dataset_ids::integer[], $ids::bigint[]) as wanted (dataset_id, id)
  join @event e on e.dataset_id = wanted.dataset_id and e.id = wanted.id
  join @dataset d on d.id = e.dataset_id
  join @event_relation r on r.other_dataset = d.key and r.other_key = e.key
  join @event o on o.dataset_id = r.dataset_id and o.id = r.event_id
  join @dataset od on od.id = o.dataset_id
)
select led.dataset_id, led.event_id, led.event_key, led.relation, led.note, led.other_dataset, led.other_key,
       led.other_dataset_id, led.other_id, led.other_title
from led where led.place <= $of_each::integer
order by led.dataset_id, led.event_id, led.place
