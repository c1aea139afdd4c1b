-- The names of what is new or changed: position 0 the name, then the aliases.
with run as (
  select dataset_id, at from import_run
), fresh as (
  select 'actor' as kind, i.id, i.state, s.names, s.folded from thing_actor i join stage_actor s on s.line = i.line
  union all
  select 'place', i.id, i.state, s.names, s.folded from thing_place i join stage_place s on s.line = i.line
  union all
  select 'source', i.id, i.state, s.names, s.folded from thing_source i join stage_source s on s.line = i.line
  union all
  select 'publisher', i.id, i.state, array[s.publisher::text], array[s.publisher_folded]
  from thing_source i join stage_source s on s.line = i.line where s.publisher is not null
), ended as (
  update name h set until = run.at from run
  where h.dataset_id = run.dataset_id and h.until is null
    and (h.thing_id, case h.kind when 'publisher' then 'source' else h.kind end) in
        (select id, kind from fresh where kind <> 'publisher' and state = 'updated')
)
insert into name (dataset_id, kind, thing_id, position, name, folded, since)
select run.dataset_id, fresh.kind, fresh.id, n.position - 1, n.name, n.folded, run.at
from run, fresh
cross join lateral unnest(fresh.names, fresh.folded) with ordinality as n (name, folded, position)
where fresh.state in ('inserted', 'updated')
