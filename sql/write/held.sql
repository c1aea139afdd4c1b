-- Everything of a kind that a dataset holds. Composed by db/change_store.
select id, key from /* table */ where dataset_id = $dataset_id::integer and until is null order by key limit $limit::integer
