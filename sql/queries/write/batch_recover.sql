-- What ran, or waited to, when its program ended: of every program whose lock is free. The locks taken here end with the
-- transaction.
with gone as materialized (
  select owner from (select distinct owner from batch where state in ('queued', 'running')) open
  where pg_try_advisory_xact_lock(owner)
)
update batch
set state = 'failed', problem = $problem, detail = $detail, finished_at = clock_timestamp()
from gone
where batch.state in ('queued', 'running') and batch.owner = gone.owner
