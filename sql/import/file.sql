-- A file that is kept as it came, where it is new or differs; what it was before stays with the batch.
with before as (
  select r.dataset_id, r.batch, r.change_id, f.content
  from import_run r left join bundle_file f on f.dataset_id = r.dataset_id and f.path = $path
  where f.content is distinct from decode($content, 'base64')
), kept as (
  insert into batch_file (dataset_id, number, path, content)
  select dataset_id, batch, $path, content from before
)
insert into bundle_file (dataset_id, path, content, change_id, timeline, number, title, entries)
select dataset_id, $path, decode($content, 'base64'), change_id, $timeline, $number::integer, $title, $entries::integer from before
on conflict (dataset_id, path) do update set content = excluded.content, change_id = excluded.change_id
