-- One import of a dataset at a time; the lock ends with the transaction.
select pg_advisory_xact_lock(hashtextextended('annals import ' || $key::text, 0))
