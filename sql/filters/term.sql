(e.search @@ websearch_to_tsquery('simple', $term)
 or exists (select from @claim c where c.dataset_id = e.dataset_id and c.event_id = e.id
            and c.search @@ websearch_to_tsquery('simple', $term))
 or exists (select from @name n where n.dataset_id = e.dataset_id and n.kind = 'place' and n.thing_id = e.place_id
            and to_tsvector('simple', n.folded) @@ websearch_to_tsquery('simple', $term))
 or exists (select from @event_participant ep
            join @name n on n.dataset_id = ep.dataset_id and n.kind = 'actor' and n.thing_id = ep.actor_id
            where ep.dataset_id = e.dataset_id and ep.event_id = e.id
              and to_tsvector('simple', n.folded) @@ websearch_to_tsquery('simple', $term)))
