-- Batches of the dataset $key, newest first: those before $before, or the one $number.
select b.dataset_id, b.number, b.profile, b.file_name, b.state, b.dry_run, b.on_error, b.missing, b.encoding, b.delimiter,
       b.date_order, b.sheet, b.rows_read, b.inserted, b.updated, b.unchanged, b.rejected, b.warnings, b.bytes_total, b.bytes_read,
       b.created_at, b.started_at, b.finished_at, b.problem, b.detail, b.change_id, b.stopping, b.header, k.name as by
from dataset_known d
join batch b on b.dataset_id = d.dataset_id
left join key_holder k on k.id = b.key_id
where d.key = $key and ($before::integer is null or b.number < $before::integer)
  and ($number::integer is null or b.number = $number::integer)
order by b.number desc
limit $limit::integer
