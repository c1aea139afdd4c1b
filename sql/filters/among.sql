(e.dataset_id, e.id) in (select one.dataset_id, one.id
                         from unnest($among_dataset_ids::integer[], $among_ids::bigint[]) as one (dataset_id, id))
