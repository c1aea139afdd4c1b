-- False where the same request is being answered. The lock ends with the transaction.
select pg_try_advisory_xact_lock(hashtextextended('annals idempotency ' || $key_id::text || ' ' || $key, 0)) as free
