-- What starts, ends or was planned to end the events ($dataset_ids::integer[], $ids::bigint[]), side by side, among the
-- events that the caller sees.
select e.dataset_id as of_dataset_id, e.id as of_id, r.relation, r.dataset_id, r.event_id as id
from unnest($dataset_ids::integer[], $ids::bigint[]) as wanted (dataset_id, id)
join @event e on e.dataset_id = wanted.dataset_id and e.id = wanted.id
join @dataset d on d.id = e.dataset_id
join @event_relation r on r.other_dataset = d.key and r.other_key = e.key
join @event s on s.dataset_id = r.dataset_id and s.id = r.event_id
where r.relation in ('starts', 'ends', 'planned_end_of')
order by r.relation, s.key
