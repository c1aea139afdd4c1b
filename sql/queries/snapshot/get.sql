-- A snapshot's bytes; nothing where there is none.
select encode(f.content, 'base64') as content, encode(f.sha256, 'hex') as sha256
from bundle_file f
join @dataset d on d.id = f.dataset_id
where d.key = $dataset and f.path = $path and f.timeline is not null
