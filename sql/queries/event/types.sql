-- How many events have exactly which type; of the datasets $datasets::text[], or of all where that is null.
select e.type, count(*) as count
from @event e
join @dataset d on d.id = e.dataset_id
where $datasets::text[] is null or d.key = any ($datasets::text[])
group by e.type
order by e.type
limit $limit::integer
