-- The names of $kind under which a thing is found from now on.
with ended as (
  update name set until = $at::timestamptz
  where dataset_id = $dataset_id::integer and kind = $kind and thing_id = $id::bigint and until is null
)
insert into name (dataset_id, kind, thing_id, position, name, folded, since)
select $dataset_id::integer, $kind, $id::bigint, n.position - 1, n.name, n.folded, $at::timestamptz
from unnest($names::text[], $folded::text[]) with ordinality as n (name, folded, position)
