insert into undo_run (dataset_id, dataset_key, batch, batch_change, batch_at, change_id, at)
select c.dataset_id, $key, $number::integer, c.id, c.at, $change_id::bigint, $at::timestamptz
from change c where c.dataset_id = $dataset_id::integer and c.id = $batch_change::bigint
