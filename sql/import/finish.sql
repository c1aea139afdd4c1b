-- The change and the batch that record the import, when it changed anything; its counts in any case.
with counted as (
  select count(*) filter (where state = 'inserted') as inserted, count(*) filter (where state in ('updated', 'touched')) as updated,
         count(*) filter (where state = 'unchanged') as unchanged
  from (
    select state from thing_actor union all select state from thing_place union all select state from thing_source
    union all select state from thing_event union all select state from thing_claim
    union all select state from thing_actor_relation union all select state from thing_timeline
  ) staged
), batched as (
  insert into batch (dataset_id, number, profile, file_name, state, rows_read, inserted, updated, unchanged, warnings,
                     finished_at)
  select r.dataset_id, 1 + coalesce((select max(number) from batch b where b.dataset_id = r.dataset_id), 0), 'bundle',
         $file_name, 'done', $rows_read, counted.inserted, counted.updated + $files_changed::integer, counted.unchanged, $warnings,
         clock_timestamp()
  from import_run r, counted
  returning dataset_id, number
), changed as (
  insert into change (dataset_id, id, at, reason, batch)
  select r.dataset_id, r.change_id, r.at, 'import of ' || $file_name, batched.number
  from import_run r, batched, counted
  where counted.inserted + counted.updated + $files_changed::integer > 0
)
select inserted, updated + $files_changed::integer as updated, unchanged from counted
