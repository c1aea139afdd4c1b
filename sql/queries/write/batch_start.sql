-- A queued batch runs; no row where it was cancelled, or went with its dataset.
update batch set state = 'running', started_at = clock_timestamp()
where dataset_id = $dataset_id::integer and number = $number::integer and state = 'queued' and owner = $owner::bigint
returning number
