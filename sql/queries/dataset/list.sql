-- The datasets that the caller sees; $keys::text[] null: all, else those.
select id, key, title, description, licence, citation, language, visibility, version, created_at, since
from @dataset d
where $keys::text[] is null or key = any ($keys::text[])
order by key
limit 1000
