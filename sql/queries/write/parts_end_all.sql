-- Ends the names, participants and relations of a whole dataset; what keeps no history goes.
with names as (
  update name set until = $at::timestamptz where dataset_id = $dataset_id::integer and until is null
), participants as (
  update event_participant set until = $at::timestamptz where dataset_id = $dataset_id::integer and until is null
), files as (
  delete from bundle_file where dataset_id = $dataset_id::integer
), batches as (
  delete from batch where dataset_id = $dataset_id::integer
), batch_rows as (
  delete from batch_row where dataset_id = $dataset_id::integer
), batch_files as (
  delete from batch_file where dataset_id = $dataset_id::integer
)
update event_relation set until = $at::timestamptz where dataset_id = $dataset_id::integer and until is null
