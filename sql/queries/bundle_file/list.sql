-- The files of a bundle that are kept as they came.
select f.path, encode(f.content, 'base64') as content from bundle_file f
join @dataset d on d.id = f.dataset_id
where f.dataset_id = $dataset_id::integer
order by f.path collate "C"
limit 10000
