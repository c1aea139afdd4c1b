-- The events that pass the filters, a page at a time, each with its sort key. Composed by db/event_query.
select e.dataset_id, e.id, /* key */ as sort_key
from @event e
join @dataset d on d.id = e.dataset_id
where true /* filters */ /* after */
order by /* order */
limit $limit::integer
