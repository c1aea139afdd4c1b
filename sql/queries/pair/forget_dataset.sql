-- What was decided of a dataset that ends.
delete from distinct_pair where $dataset_id::integer in (dataset_id, other_dataset_id)
