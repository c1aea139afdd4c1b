-- Cancels a queued batch, and asks who runs one to stop; no row where it has ended.
update batch
set state = case state when 'queued' then 'cancelled' else state end,
    finished_at = case state when 'queued' then clock_timestamp() end,
    stopping = true
where dataset_id = $dataset_id::integer and number = $number::integer and state in ('queued', 'running')
returning state
