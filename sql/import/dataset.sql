-- The dataset, made or changed; a change keeps what it was before. One row: the run that follows.
with before as (
  select id, key, title, description, licence, citation, language, visibility, version, created_at, since, change_id
  from dataset where key = $key
), moment as (
  -- Two versions of one thing never share an instant.
  select greatest(clock_timestamp(), (select max(since) + interval '1 microsecond' from before)) as at,
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
  insert into dataset (key, title, description, licence, citation, language, visibility, version, created_at, since,
                       change_id)
  select $key, $title, $description, $licence, $citation, $language, $visibility, 1, moment.at, moment.at,
         moment.change_id
  from moment
  on conflict (key) do update
  set title = excluded.title, description = excluded.description, licence = excluded.licence,
      citation = excluded.citation, language = excluded.language, visibility = excluded.visibility,
      version = dataset.version + 1, since = excluded.since, change_id = excluded.change_id
  where exists (select from kept)
  returning id
)
insert into import_run (dataset_id, dataset_key, at, change_id)
select coalesce((select id from written), (select id from before)), $key, moment.at, moment.change_id
from moment
returning dataset_id
