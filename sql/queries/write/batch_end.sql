-- A batch ends: $state, and what it came to. One row, unless it went with its dataset.
update batch
set state = $state, problem = $problem, detail = $detail, bytes_total = $bytes_total::bigint, bytes_read = $bytes_read::bigint,
    rows_read = $rows_read::bigint, inserted = $inserted::bigint, updated = $updated::bigint, unchanged = $unchanged::bigint,
    rejected = $rejected::bigint, warnings = $warnings::bigint, header = $header::text[], change_id = $change_id::bigint,
    finished_at = clock_timestamp()
where dataset_id = $dataset_id::integer and number = $number::integer and state in ('queued', 'running')
returning number
