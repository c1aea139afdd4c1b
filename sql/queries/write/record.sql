-- Who made a change, when and why.
insert into change (dataset_id, id, at, key_id, reason)
values ($dataset_id, $change_id, $at, $key_id, $reason)
