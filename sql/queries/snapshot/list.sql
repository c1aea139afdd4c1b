-- The snapshots of a timeline behind number $after, at most $limit of them.
select f.number, c.at as created_at, encode(f.sha256, 'hex') as sha256, f.title, f.entries, octet_length(f.content) as bytes
from bundle_file f
join @dataset d on d.id = f.dataset_id
join change c on c.dataset_id = f.dataset_id and c.id = f.change_id
where d.key = $dataset and f.timeline = $timeline and f.number > $after::integer
order by f.number
limit $limit::integer
