delete from batch_row where dataset_id = $dataset_id::integer and number = $number::integer
