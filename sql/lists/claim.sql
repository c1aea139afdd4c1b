-- Claims, a page at a time; a filter that is null asks for nothing. Composed by db/thing_list.
select thing.dataset_id, thing.id, /* key */ as sort_key
from @claim thing
join @dataset d on d.id = thing.dataset_id
where ($datasets::text[] is null or d.key = any ($datasets::text[]))
  and ($words::text is null or thing.search @@ websearch_to_tsquery('simple', $words))
  and ($event_ids::bigint[] is null or (thing.dataset_id, thing.event_id) in (
        select e.dataset_id, e.id from unnest($event_dataset_ids::integer[], $event_ids::bigint[]) as e (dataset_id, id)))
  and ($source_ids::bigint[] is null or (thing.dataset_id, thing.source_id) in (
        select s.dataset_id, s.id from unnest($source_dataset_ids::integer[], $source_ids::bigint[]) as s (dataset_id, id)))
  and ($claimant_ids::bigint[] is null or (thing.dataset_id, thing.claimant_id) in (
        select a.dataset_id, a.id
        from unnest($claimant_dataset_ids::integer[], $claimant_ids::bigint[]) as a (dataset_id, id)))
  and ($stances::text[] is null or thing.stance = any ($stances::text[]))
  /* after */
order by /* order */
limit $limit::integer
