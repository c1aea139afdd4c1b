-- Every event that passes the filters, in timeline order. Composed by db/event_query.
select e.dataset_id, e.id
from @event e
join @dataset d on d.id = e.dataset_id
where true /* filters */
order by e.sort_day, e.sort_last, e.sort_instant, d.key, e.key
