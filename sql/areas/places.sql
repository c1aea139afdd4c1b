-- The places of an area, at most $limit.
select p.dataset_id, p.id from @place p where p.location is not null and (/* area */) limit $limit::integer
