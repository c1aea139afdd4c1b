-- Gives the key of a dataset its id for good, whoever names it first.
insert into dataset_known (dataset_id, key)
select nextval(pg_get_serial_sequence('dataset', 'id')), $key::text
where not exists (select from dataset_known where key = $key::text)
on conflict (key) do nothing
