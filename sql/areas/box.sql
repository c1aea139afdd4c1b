p.location <@ box(point($west::float8, $south::float8), point($east::float8, $north::float8))
