join unnest($by_dataset_ids::integer[], $by_ids::bigint[]) as by (dataset_id, id) on by.dataset_id = d.id
