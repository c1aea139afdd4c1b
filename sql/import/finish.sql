-- The change that records an import which changed anything.
insert into change (dataset_id, id, at, key_id, reason, batch)
select r.dataset_id, r.change_id, r.at, b.key_id, coalesce(b.reason, 'import of ' || coalesce(b.file_name, b.profile)), b.number
from import_run r join batch b on b.dataset_id = r.dataset_id and b.number = r.batch
