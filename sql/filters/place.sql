(e.dataset_id, e.place_id) in (select place.dataset_id, place.id
                               from unnest($place_dataset_ids::integer[], $place_ids::bigint[]) as place (dataset_id, id))
