-- Who uses the things $ids::bigint[] of the kinds beside them: directly, in their dataset. `own` is a part of what it uses
-- and goes with it.
with used as (
  select * from unnest($kinds::text[], $ids::bigint[]) as used (kind, id)
), d as (
  select id, key from dataset where id = $dataset_id::integer
)
select 'event' as kind, t.id, t.key, false as own
from used join event_participant p on p.dataset_id = $dataset_id::integer and p.actor_id = used.id and p.until is null
join event t on t.dataset_id = p.dataset_id and t.id = p.event_id and t.until is null
where used.kind = 'actor'
union
select 'event', t.id, t.key, false from used join event t on t.dataset_id = $dataset_id::integer and t.place_id = used.id
where used.kind = 'place' and t.until is null
union
select 'place', t.id, t.key, false from used join place t on t.dataset_id = $dataset_id::integer and t.within_id = used.id
where used.kind = 'place' and t.until is null
union
select 'source', t.id, t.key, false from used join source t on t.dataset_id = $dataset_id::integer and t.republishes_id = used.id
where used.kind = 'source' and t.until is null
union
select 'claim', t.id, t.key, false from used join claim t on t.dataset_id = $dataset_id::integer and t.claimant_id = used.id
where used.kind = 'actor' and t.until is null
union
select 'claim', t.id, t.key, false from used join claim t on t.dataset_id = $dataset_id::integer and t.place_id = used.id
where used.kind = 'place' and t.until is null
union
select 'claim', t.id, t.key, false from used join claim t on t.dataset_id = $dataset_id::integer and t.source_id = used.id
where used.kind = 'source' and t.until is null
union
select 'claim', t.id, t.key, false from used join claim t on t.dataset_id = $dataset_id::integer and t.event_id = used.id
where used.kind = 'event' and t.until is null
union
select 'claim', t.id, t.key, false from used join claim t on t.dataset_id = $dataset_id::integer and t.answers_id = used.id
where used.kind = 'claim' and t.until is null
union
select 'actor_relation', t.id, t.key, true
from used join actor_relation t on t.dataset_id = $dataset_id::integer and t.actor_id = used.id
where used.kind = 'actor' and t.until is null
union
select 'actor_relation', t.id, t.key, false
from used join actor a on a.dataset_id = $dataset_id::integer and a.id = used.id and a.until is null
join d on d.id = a.dataset_id
join actor_relation t on t.dataset_id = a.dataset_id and t.other_dataset = d.key and t.other_key = a.key
where used.kind = 'actor' and t.until is null and t.actor_id <> used.id
order by kind, key
