-- The next number of a timeline's snapshots, and what the dataset's take. A number that an undone import had is not given
-- again: somebody may have cited it.
select (
    select coalesce(max(n.number), 0) + 1 from (
      select f.number from bundle_file f where f.dataset_id = $dataset_id::integer and f.timeline = $timeline
      union all
      select split_part(split_part(b.path, '/', 3), '.', 1)::integer from batch_file b
      where b.dataset_id = $dataset_id::integer and starts_with(b.path, 'snapshots/' || $timeline || '/')
        and b.path ~ '^snapshots/[^/]+/[1-9][0-9]{0,5}[.]json$'
    ) n
  ) as number,
  count(*) as snapshots,
  coalesce(sum(octet_length(f.content)), 0)::bigint as bytes
from bundle_file f where f.dataset_id = $dataset_id::integer and f.timeline is not null
