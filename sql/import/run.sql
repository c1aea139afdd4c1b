-- What the statements that follow work for.
insert into import_run (dataset_id, dataset_key, at, change_id, batch)
values ($dataset_id, $key, $at, $change_id, $batch)
