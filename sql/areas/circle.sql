-- First the band of latitudes, which the index knows.
p.location <@ box(point(-180, $band_south::float8), point(180, $band_north::float8))
and distance_km(p.location, point($longitude::float8, $latitude::float8)) <= $radius_km::float8
