-- When any of the datasets $dataset_ids::integer[] was last changed; where none ever was, now.
select coalesce(max(latest.at), now()) as at
from unnest($dataset_ids::integer[]) as d (id)
cross join lateral (
  select c.at from change c where c.dataset_id = d.id order by c.id desc limit 1
) latest
