exists (select from @event_participant ep
        join unnest($actor_dataset_ids::integer[], $actor_ids::bigint[], $actor_first::integer[], $actor_last::integer[])
          as a (dataset_id, id, first_day, last_day) on a.dataset_id = ep.dataset_id and a.id = ep.actor_id
        where ep.dataset_id = e.dataset_id and ep.event_id = e.id
          and (a.first_day is null or e.end_latest is null or a.first_day <= e.end_latest)
          and (a.last_day is null or e.start_earliest is null or a.last_day >= e.start_earliest)
          and ($roles::text[] is null or ep.role = any ($roles::text[])))
