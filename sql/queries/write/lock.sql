-- One change of a dataset at a time, each in its own instant: a change's number is its place in the order of commit. The
-- lock ends with the transaction.
select set_config('statement_timeout', $patience::text, true), set_config('lock_timeout', $wait::text, true),
       pg_advisory_xact_lock(hashtextextended('annals dataset ' || $key::text, 0))
