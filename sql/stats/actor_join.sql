-- Each actor once, in however many roles.
left join (
  select ep.dataset_id, ep.event_id, ep.actor_id
  from @event_participant ep
  join @actor a on a.dataset_id = ep.dataset_id and a.id = ep.actor_id
  where not exists (select from @event_participant earlier
                    where earlier.dataset_id = ep.dataset_id and earlier.event_id = ep.event_id
                      and earlier.actor_id = ep.actor_id and earlier.position < ep.position)
) part on part.dataset_id = e.dataset_id and part.event_id = e.id
