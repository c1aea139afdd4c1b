exists (select from @place p
        where p.dataset_id = e.dataset_id and p.id = e.place_id
          and distance_km(p.location, point($longitude::float8, $latitude::float8)) <= $radius_km::float8)
