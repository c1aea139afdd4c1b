-- How the datasets stood then: one that is hidden now is not shown by looking back.
select id, key, title, description, licence, citation, language, visibility, version, created_at, since, change_id
from (
  select id, key, title, description, licence, citation, language, visibility, version, created_at, since, change_id,
         null::timestamptz as until
  from dataset
  union all
  select id, key, title, description, licence, citation, language, visibility, version, created_at, since, change_id, until
  from dataset_past
) dataset
where @held and @seen
