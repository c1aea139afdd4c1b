-- One dataset by its key $dataset.
select id, key, title, description, licence, citation, language, visibility, version, created_at, since
from @dataset d
where key = $dataset
limit 1
