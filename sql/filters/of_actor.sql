-- Of one that takes part in several roles, or under several names, the first counts.
part.dataset_id = d.id and part.actor_id = by.id
and not exists (select from @event_participant earlier
                where earlier.dataset_id = part.dataset_id and earlier.event_id = part.event_id
                  and earlier.position < part.position and earlier.actor_id = any ($by_ids::bigint[]))
