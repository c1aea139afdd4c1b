-- A number that stands alone is low and high as well, as in sql/filters.
cross join lateral (
  select (e.quantities -> $quantity ->> 'low')::bigint as low, (e.quantities -> $quantity ->> 'best')::bigint as best,
         (e.quantities -> $quantity ->> 'high')::bigint as high
) given
cross join lateral (
  select coalesce(given.low, case when given.high is null then given.best end) as low, given.best,
         coalesce(given.high, case when given.low is null then given.best end) as high
) amount
