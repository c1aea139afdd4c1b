-- Actors, places and sources by their names, the best match first, a page at a time; none that $excluded (for
-- websearch_to_tsquery; null: nothing) is found in. Composed by db/search_store.
with named as (/* named */),
found as (
  select 'actor' as kind, 0 as collection, thing.dataset_id, thing.id, thing.key, thing.name as title, thing.kind as word,
         null as published
  from named join @actor thing on thing.dataset_id = named.dataset_id and thing.id = named.thing_id
  union all
  select 'place', 1, thing.dataset_id, thing.id, thing.key, thing.name, thing.kind, null
  from named join @place thing on thing.dataset_id = named.dataset_id and thing.id = named.thing_id
  union all
  select 'source', 2, thing.dataset_id, thing.id, thing.key, thing.title, thing.kind, thing.published
  from named join @source thing on thing.dataset_id = named.dataset_id and thing.id = named.thing_id
)
select found.kind, d.key as dataset, found.key, found.title, found.word, found.published as date, named.rank,
       named.name, named.kind as name_kind, named.position, /* key */ as sort_key
from found
join named on named.dataset_id = found.dataset_id and named.thing_id = found.id
join @dataset d on d.id = found.dataset_id
where ($datasets::text[] is null or d.key = any ($datasets::text[]))
  and ($excluded::text is null or not exists (
        select from @name other
        where other.dataset_id = found.dataset_id and other.thing_id = found.id
          and other.kind = any (array[found.kind, case when found.kind = 'source' then 'publisher' end])
          and to_tsvector('simple', other.folded) @@ websearch_to_tsquery('simple', $excluded)))
  /* after */
order by /* order */
limit $limit::integer
