-- Ends the versions that hold of things. Composed by db/change_store.
update /* table */ set until = $at::timestamptz
where dataset_id = $dataset_id::integer and id = any ($ids::bigint[]) and until is null
