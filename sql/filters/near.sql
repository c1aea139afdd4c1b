-- The haversine on a sphere of 6,371.0088 km (the IUGG's mean radius).
exists (select from @place p
        where p.dataset_id = e.dataset_id and p.id = e.place_id
          and 2 * 6371.0088 * asin(least(1, sqrt(
                sind((p.location[1] - $latitude::float8) / 2) ^ 2
                + cosd(p.location[1]) * cosd($latitude::float8) * sind((p.location[0] - $longitude::float8) / 2) ^ 2)))
              <= $radius_km::float8)
