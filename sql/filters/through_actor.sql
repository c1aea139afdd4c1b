join @event_participant part on part.dataset_id = e.dataset_id and part.event_id = e.id
