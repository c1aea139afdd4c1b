-- The first faults of a batch.
select file, line, field, code, message
from batch_row
where dataset_id = $dataset_id::integer and number = $number::integer and severity = 'error'
order by file, line, position
limit $limit::integer
