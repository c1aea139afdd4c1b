-- What becomes of the staged rows.
select count(*) filter (where state = 'inserted') as inserted, count(*) filter (where state in ('updated', 'touched')) as updated,
       count(*) filter (where state = 'unchanged') as unchanged
from (
  select state from thing_actor union all select state from thing_place union all select state from thing_source
  union all select state from thing_event union all select state from thing_claim
  union all select state from thing_actor_relation union all select state from thing_timeline
) staged
