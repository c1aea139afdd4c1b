-- The relations of other events of the dataset to the events $ids::bigint[].
select r.event_id, e.key, r.relation, r.other_key
from event o
join dataset d on d.id = o.dataset_id
join event_relation r on r.dataset_id = o.dataset_id and r.other_dataset = d.key and r.other_key = o.key and r.until is null
join event e on e.dataset_id = r.dataset_id and e.id = r.event_id and e.until is null
where o.dataset_id = $dataset_id::integer and o.id = any ($ids::bigint[]) and o.until is null
  and not r.event_id = any ($ids::bigint[])
order by e.key, r.relation, r.other_key
