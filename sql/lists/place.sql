-- Places, a page at a time; a filter that is null asks for nothing. Composed by db/thing_list.
with named as (/* named */)
select thing.dataset_id, thing.id, /* key */ as sort_key
from @place thing
join @dataset d on d.id = thing.dataset_id
left join named on named.dataset_id = thing.dataset_id and named.thing_id = thing.id
where ($folded::text is null or named.rank is not null)
  and ($datasets::text[] is null or d.key = any ($datasets::text[]))
  and ($kinds::text[] is null or thing.kind = any ($kinds::text[]))
  and ($country_ids::bigint[] is null or (thing.dataset_id, thing.id) in (
        select c.dataset_id, c.id from unnest($country_dataset_ids::integer[], $country_ids::bigint[]) as c (dataset_id, id)))
  and ($radius_km::float8 is null
       or distance_km(thing.location, point($longitude::float8, $latitude::float8)) <= $radius_km::float8)
  /* after */
order by /* order */
limit $limit::integer
