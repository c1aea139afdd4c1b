-- Who takes part in an event from now on, in the order given.
with ended as (
  update event_participant set until = $at::timestamptz
  where dataset_id = $dataset_id::integer and event_id = $id::bigint and until is null
)
insert into event_participant (dataset_id, event_id, position, role, actor_id, sort_day, since)
select $dataset_id::integer, $id::bigint, p.position - 1, p.role, p.actor_id, $sort_day::integer, $at::timestamptz
from unnest($roles::text[], $actor_ids::bigint[]) with ordinality as p (role, actor_id, position)
