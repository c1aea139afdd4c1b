-- The names of what is new or changed: position 0 the name, then the aliases.
with run as (
  select dataset_id, at from import_run
), fresh as (
  select 'actor' as kind, id, names, folded from stage_actor where state in ('inserted', 'updated')
  union all
  select 'place', id, names, folded from stage_place where state in ('inserted', 'updated')
  union all
  select 'source', id, names, folded from stage_source where state in ('inserted', 'updated')
  union all
  select 'publisher', id, array[publisher::text], array[publisher_folded] from stage_source
  where state in ('inserted', 'updated') and publisher is not null
), ended as (
  update name h set until = run.at from run
  where h.dataset_id = run.dataset_id and h.until is null
    and (h.thing_id, case h.kind when 'publisher' then 'source' else h.kind end) in
        (select id, case kind when 'publisher' then 'source' else kind end from fresh)
)
insert into name (dataset_id, kind, thing_id, position, name, folded, since)
select run.dataset_id, fresh.kind, fresh.id, n.position - 1, n.name, n.folded, run.at
from run, fresh
cross join lateral unnest(fresh.names, fresh.folded) with ordinality as n (name, folded, position)
