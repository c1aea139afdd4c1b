exists (select from @event_participant ep
        join @actor a on a.dataset_id = ep.dataset_id and a.id = ep.actor_id
        where ep.dataset_id = e.dataset_id and ep.event_id = e.id and ep.role = any ($roles::text[]))
