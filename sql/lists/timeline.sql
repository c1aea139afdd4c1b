-- Saved timelines, a page at a time; a filter that is null asks for nothing. Composed by db/thing_list.
select thing.dataset_id, thing.id, /* key */ as sort_key
from @timeline thing
join @dataset d on d.id = thing.dataset_id
where ($datasets::text[] is null or d.key = any ($datasets::text[]))
  /* after */
order by /* order */
limit $limit::integer
