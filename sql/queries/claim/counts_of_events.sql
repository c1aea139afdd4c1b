-- How many claims of each of the events ($dataset_ids::integer[], $ids::bigint[]), side by side, the caller sees; an event
-- without any is missing.
select c.dataset_id, c.event_id, count(*) as claims
from unnest($dataset_ids::integer[], $ids::bigint[]) as wanted (dataset_id, id)
join @claim c on c.dataset_id = wanted.dataset_id and c.event_id = wanted.id
group by c.dataset_id, c.event_id
