-- Actors, a page at a time; a filter that is null asks for nothing. Composed by db/thing_list.
with named as (/* named */)
select thing.dataset_id, thing.id, /* key */ as sort_key
from @actor thing
join @dataset d on d.id = thing.dataset_id
left join named on named.dataset_id = thing.dataset_id and named.thing_id = thing.id
where ($folded::text is null or named.rank is not null)
  and ($datasets::text[] is null or d.key = any ($datasets::text[]))
  and ($kinds::text[] is null or thing.kind = any ($kinds::text[]))
  and ($countries::text[] is null or thing.country = any ($countries::text[]))
  /* after */
order by /* order */
limit $limit::integer
