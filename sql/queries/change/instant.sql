-- The instant that this transaction sees.
select transaction_timestamp() as at
