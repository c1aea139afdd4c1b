select e.dataset_id, e.id as event_id from @event e where e.dataset_id = any ($dataset_ids::integer[])
