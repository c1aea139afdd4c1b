-- A relation that begins.
insert into event_relation (dataset_id, event_id, relation, other_dataset, other_key, note, since)
values ($dataset_id, $id, $relation, $other_dataset, $other_key, $note, $at)
