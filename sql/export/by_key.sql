-- What a dataset holds of a kind, by key, bytewise, a page at a time from behind $after. Composed by db/export_store.
select t.dataset_id, t.id, t.key from @/* table */ t
where t.dataset_id = $dataset_id::integer and ($after::text is null or t.key > $after::text)
order by t.key
limit $limit::integer
