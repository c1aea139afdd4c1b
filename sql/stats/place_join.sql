left join @place seat on seat.dataset_id = e.dataset_id and seat.id = e.place_id
