-- The version that holds of a thing. Composed by db/change_store.
select version from /* table */
where dataset_id = (select id from dataset where key = $dataset) and key = $key and until is null
