-- A key as it stands: what holds, else the last that did. Composed by db/change_store.
select id, version, true as held from /* table */ where dataset_id = $dataset_id::integer and key = $key and until is null
union all
(select id, version, false from /* table */ where dataset_id = $dataset_id::integer and key = $key and until is not null
 order by version desc limit 1)
order by version desc
limit 1
