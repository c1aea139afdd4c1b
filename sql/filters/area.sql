exists (select from @place p
        where p.dataset_id = e.dataset_id and p.id = e.place_id and (/* area */))
