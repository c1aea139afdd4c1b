e.place_id = by.id
