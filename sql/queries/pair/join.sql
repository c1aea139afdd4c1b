-- Forgets that two things are not the same.
delete from distinct_pair
where dataset_id = $dataset_id::integer and kind = $kind and id = $id::bigint
  and other_dataset_id = $other_dataset_id::integer and other_id = $other_id::bigint
