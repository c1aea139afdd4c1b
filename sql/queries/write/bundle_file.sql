-- A file of the dataset's bundle as it is from now on.
insert into bundle_file (dataset_id, path, content, change_id, timeline, number, title, entries)
values ($dataset_id, $path, decode($content, 'base64'), $change_id, $timeline, $number, $title, $entries)
on conflict (dataset_id, path) do update set content = excluded.content, change_id = excluded.change_id
