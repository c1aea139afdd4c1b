-- What was found in a batch's file, in the order of its lines, behind $file, $line, $position.
select file, line, position, severity, field, code, message, cells
from batch_row
where dataset_id = $dataset_id::integer and number = $number::integer
  and (file, line, position) > ($file, $line::integer, $position::integer)
order by file, line, position
limit $limit::integer
