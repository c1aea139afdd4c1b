-- Rows that lie within themselves, republish themselves or answer themselves, by any number of steps.
with recursive link as (
  select 'place' as stage, id, within_id as other, key, line, 'within' as col from staged_place where within_id is not null
  union all
  select 'source', id, republishes_id, key, line, 'republishes' from staged_source where republishes_id is not null
  union all
  select 'claim', id, answers_id, key, line, 'answers' from staged_claim where answers_id is not null
), held as (
  select 'place' as stage, id, within_id as other from place
  where dataset_id = (select dataset_id from import_run) and until is null and within_id is not null
    and not exists (select from thing_place s where s.id = place.id)
  union all
  select 'source', id, republishes_id from source
  where dataset_id = (select dataset_id from import_run) and until is null and republishes_id is not null
    and not exists (select from thing_source s where s.id = source.id)
  union all
  select 'claim', id, answers_id from claim
  where dataset_id = (select dataset_id from import_run) and until is null and answers_id is not null
    and not exists (select from thing_claim s where s.id = claim.id)
), edge as (
  select stage, id, other from link union all select stage, id, other from held
), walk (stage, origin, at) as (
  select stage, id, other from link
  union
  select walk.stage, walk.origin, edge.other from walk join edge on edge.stage = walk.stage and edge.id = walk.at
)
select link.stage, link.line, link.col, link.key
from walk join link on link.stage = walk.stage and link.id = walk.origin
where walk.at = walk.origin
order by link.stage, link.line
limit 1001
