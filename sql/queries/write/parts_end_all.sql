-- Ends the names, participants and relations of a whole dataset.
with names as (
  update name set until = $at::timestamptz where dataset_id = $dataset_id::integer and until is null
), participants as (
  update event_participant set until = $at::timestamptz where dataset_id = $dataset_id::integer and until is null
), files as (
  delete from bundle_file where dataset_id = $dataset_id::integer
)
update event_relation set until = $at::timestamptz where dataset_id = $dataset_id::integer and until is null
