exists (select from @event_participant ep
        where ep.dataset_id = e.dataset_id and ep.event_id = e.id and ep.role = any ($roles::text[]))
