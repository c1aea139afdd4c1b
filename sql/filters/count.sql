-- How many events pass the filters. Composed by db/event_query.
select count(*) as total
from @event e
join @dataset d on d.id = e.dataset_id
where true /* filters */
