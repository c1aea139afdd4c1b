-- The dataset, made or, where $described, changed; a change keeps what it was before. One row: its id, and the number and
-- instant of the change, whether or not anything of the dataset itself differs.
with before as (
  select id, key, title, description, licence, citation, language, visibility, version, created_at, since, change_id
  from dataset where key = $key
), ended as (
  -- A deleted key, written again, goes on counting.
  select id, version from dataset_past where key = $key order by version desc limit 1
), moment as (
  -- Two versions of one thing never share an instant.
  select greatest(clock_timestamp(),
                  (select c.at + interval '1 microsecond' from change c
                   where c.dataset_id = coalesce((select id from before), (select id from ended))
                   order by c.id desc limit 1)) as at,
         nextval('change_id') as change_id
), kept as (
  insert into dataset_past (id, key, title, description, licence, citation, language, visibility, version, created_at,
                            since, change_id, until)
  select before.id, before.key, before.title, before.description, before.licence, before.citation, before.language,
         before.visibility, before.version, before.created_at, before.since, before.change_id, moment.at
  from before, moment
  where $described::boolean and (before.title, before.description, before.licence, before.citation, before.language,
        before.visibility::text)
    is distinct from ($title::text, $description::text, $licence::text, $citation::text, $language::text,
                      $visibility::text)
  returning id
), written as (
  insert into dataset (id, key, title, description, licence, citation, language, visibility, version, created_at, since,
                       change_id)
  select (select dataset_id from dataset_known where key = $key),
         $key, $title, $description, $licence, $citation, $language, $visibility,
         1 + coalesce((select version from ended), 0), moment.at, moment.at, moment.change_id
  from moment
  on conflict (key) do update
  set title = excluded.title, description = excluded.description, licence = excluded.licence,
      citation = excluded.citation, language = excluded.language, visibility = excluded.visibility,
      version = dataset.version + 1, since = excluded.since, change_id = excluded.change_id
  where exists (select from kept)
  returning id
)
select coalesce((select id from written), (select id from before)) as dataset_id, moment.at, moment.change_id,
       not exists (select from before) as created, exists (select from written) as changed
from moment
