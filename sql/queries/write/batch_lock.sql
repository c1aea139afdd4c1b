-- One new batch of a dataset at a time: each has the next number. The lock ends with the transaction.
select pg_advisory_xact_lock(hashtextextended('annals imports ' || $key::text, 0))
