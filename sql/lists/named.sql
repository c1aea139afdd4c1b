-- How well the names of things match $folded: 0 the whole name, 1 a part of it ($like: its wildcards escaped), 2 alike;
-- and the name that matches best.
select dataset_id, thing_id, min(rank) as rank, min(distance) as distance,
       (array_agg(name order by rank, distance, kind, position))[1] as name,
       (array_agg(kind order by rank, distance, kind, position))[1] as kind,
       (array_agg(position order by rank, distance, kind, position))[1] as position
from (
  select n.dataset_id, n.thing_id, n.name, n.kind, n.position,
         case when n.folded = $folded then 0 when n.folded like '%' || $like || '%' then 1 else 2 end as rank,
         1 - (similarity($folded, n.folded) + word_similarity($folded, n.folded)) / 2 as distance
  from @name n
  where n.kind = any ($name_kinds::text[])
    and (n.folded like '%' || $like || '%' or n.folded % $folded or $folded <% n.folded)
) n
group by dataset_id, thing_id
