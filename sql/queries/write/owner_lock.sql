-- For as long as the session lasts.
select pg_advisory_lock($owner::bigint)
