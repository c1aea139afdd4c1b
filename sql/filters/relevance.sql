(ts_rank(e.search, websearch_to_tsquery('simple', $any_term))
 + coalesce((select max(ts_rank(c.search, websearch_to_tsquery('simple', $any_term))) from @claim c
             where c.dataset_id = e.dataset_id and c.event_id = e.id), 0) / 2)
