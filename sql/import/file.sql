-- A file that is kept as it came, where it is new or differs.
insert into bundle_file (dataset_id, path, content, change_id)
select r.dataset_id, $path, decode($content, 'base64'), r.change_id from import_run r
on conflict (dataset_id, path) do update set content = excluded.content, change_id = excluded.change_id
where bundle_file.content <> excluded.content
