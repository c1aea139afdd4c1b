-- Remembers that two things are not the same; a later decision stands for an earlier one.
insert into distinct_pair (dataset_id, kind, id, other_dataset_id, other_id, note, decided_at, key_id)
values ($dataset_id::integer, $kind, $id::bigint, $other_dataset_id::integer, $other_id::bigint, $note, now(),
        $key_id::integer)
on conflict (dataset_id, kind, id, other_dataset_id, other_id)
do update set note = excluded.note, decided_at = excluded.decided_at, key_id = excluded.key_id
