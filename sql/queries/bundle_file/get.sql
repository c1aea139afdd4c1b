-- A file of a bundle by its path; nothing where the dataset has none.
select encode(f.content, 'base64') as content from bundle_file f
join @dataset d on d.id = f.dataset_id
where f.dataset_id = $dataset_id::integer and f.path = $path
