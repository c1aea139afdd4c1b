-- A new batch of the dataset $key, which may not be there yet; its number is the next, whatever became of the one before.
insert into batch (dataset_id, number, profile, file_name, file_sha256, state, dry_run, on_error, missing, encoding,
                   delimiter, date_order, sheet, bytes_total, key_id, reason, owner, created_at)
select k.dataset_id,
       1 + greatest((select max(b.number) from batch b where b.dataset_id = k.dataset_id),
                    (select max(c.batch) from change c where c.dataset_id = k.dataset_id and c.batch is not null), 0),
       $profile, $file_name, decode($file_sha256, 'hex'), 'queued', $dry_run::boolean, $on_error, $missing, $encoding, $delimiter,
       $date_order, $sheet, $bytes_total::bigint, $key_id::integer, $reason, $owner::bigint, clock_timestamp()
from dataset_known k where k.key = $key
returning dataset_id, number
