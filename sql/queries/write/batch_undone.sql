update batch set state = 'undone' where dataset_id = $dataset_id::integer and number = $number::integer
