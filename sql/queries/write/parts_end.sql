-- Ends the names and participants of things that end: $kinds::text[] and $ids::bigint[], side by side.
with ended (kind, id) as (
  select * from unnest($kinds::text[], $ids::bigint[])
), names as (
  update name n set until = $at::timestamptz from ended
  where n.dataset_id = $dataset_id::integer and n.thing_id = ended.id and n.until is null
    and (n.kind = ended.kind or n.kind = 'publisher' and ended.kind = 'source')
)
update event_participant p set until = $at::timestamptz from ended
where p.dataset_id = $dataset_id::integer and ended.kind = 'event' and p.event_id = ended.id and p.until is null
