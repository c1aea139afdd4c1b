-- How far a running batch is; says whether it is to stop.
update batch set bytes_read = $bytes_read::bigint, bytes_total = $bytes_total::bigint, rows_read = $rows_read::bigint
where dataset_id = $dataset_id::integer and number = $number::integer and state = 'running'
returning stopping
