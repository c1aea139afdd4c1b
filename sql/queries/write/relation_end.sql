-- Ends a relation.
update event_relation set until = $at::timestamptz
where dataset_id = $dataset_id::integer and event_id = $id::bigint and relation = $relation
  and other_dataset = $other_dataset and other_key = $other_key and until is null
