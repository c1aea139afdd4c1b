-- Over the antimeridian.
p.location <@ box(point($west::float8, $south::float8), point(180, $north::float8))
or p.location <@ box(point(-180, $south::float8), point($east::float8, $north::float8))
