-- How well the names of things match $folded: 0 the whole name, 1 a part of it ($like: its wildcards escaped), 2 alike.
select n.dataset_id, n.thing_id,
       min(case when n.folded = $folded then 0 when n.folded like '%' || $like || '%' then 1 else 2 end) as rank,
       min(1 - (similarity($folded, n.folded) + word_similarity($folded, n.folded)) / 2) as distance
from @name n
where n.kind = any ($name_kinds::text[])
  and (n.folded like '%' || $like || '%' or n.folded % $folded or $folded <% n.folded)
group by n.dataset_id, n.thing_id
