-- A file that the dataset's bundle has no more.
delete from bundle_file where dataset_id = $dataset_id::integer and path = $path
