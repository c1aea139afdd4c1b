-- Ends a dataset: what it was, and the mark of its deletion.
with ended as (
  delete from dataset where id = $dataset_id::integer returning *
)
insert into dataset_past (id, key, title, description, licence, citation, language, visibility, version, created_at, since,
                          change_id, until)
select id, key, title, description, licence, citation, language, visibility, version, created_at, since, change_id,
       $at::timestamptz
from ended
union all
select id, key, title, description, licence, citation, language, visibility, version + 1, created_at, $at::timestamptz,
       $change_id::bigint, $at::timestamptz
from ended
