-- Of the events ($dataset_ids::integer[], $ids::bigint[]) with the places $place_ids::bigint[] (null: none), side by
-- side, those that $term (for websearch_to_tsquery) is found in: their text, names, or claims of sources that were
-- public by the day $known_day::integer.
select e.dataset_id, e.id
from unnest($dataset_ids::integer[], $ids::bigint[], $place_ids::bigint[]) as wanted (dataset_id, id, place_id)
join @event e on e.dataset_id = wanted.dataset_id and e.id = wanted.id
where e.search @@ websearch_to_tsquery('simple', $term)
   or exists (select from @claim c
              join @source s on s.dataset_id = c.dataset_id and s.id = c.source_id
              where c.dataset_id = e.dataset_id and c.event_id = e.id and s.public_by <= $known_day::integer
                and c.search @@ websearch_to_tsquery('simple', $term))
   or exists (select from @name n where n.dataset_id = e.dataset_id and n.kind = 'place' and n.thing_id = wanted.place_id
              and to_tsvector('simple', n.folded) @@ websearch_to_tsquery('simple', $term))
   or exists (select from @event_participant ep
              join @name n on n.dataset_id = ep.dataset_id and n.kind = 'actor' and n.thing_id = ep.actor_id
              where ep.dataset_id = e.dataset_id and ep.event_id = e.id
                and to_tsvector('simple', n.folded) @@ websearch_to_tsquery('simple', $term))
limit 1000
