-- The things of $kind (actor, place, source, publisher) that a text names: by key ($keys::text[]), by a whole name or
-- alias ($folded), or by a run of whole words in one ($like: folded, its wildcards escaped). The best kind of match alone.
with found as (
  select 1 as rank, dataset_id, id from @actor a where $kind = 'actor' and key = any ($keys::text[])
  union
  select 1, dataset_id, id from @place p where $kind = 'place' and key = any ($keys::text[])
  union
  select 1, dataset_id, id from @source s where $kind = 'source' and key = any ($keys::text[])
  union
  select 1, dataset_id, thing_id from @name n where kind = $kind and folded = $folded
  union
  select 2, dataset_id, thing_id from @name n
  where kind = $kind and $folded <> '' and folded like '%' || $like || '%'
    and ' ' || regexp_replace(folded, '[^[:alnum:]]+', ' ', 'g') || ' ' like '% ' || $like || ' %'
)
select dataset_id, id from found where rank = (select min(rank) from found) order by dataset_id, id
limit 10000
