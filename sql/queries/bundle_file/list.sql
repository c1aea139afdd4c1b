-- The paths of what goes into a bundle beside its tables: the mappings, and snapshots that were checked when they came.
select f.path from bundle_file f
join @dataset d on d.id = f.dataset_id
where f.dataset_id = $dataset_id::integer and (f.path = 'mappings.json' or f.timeline is not null)
order by f.path collate "C"
limit 10000
