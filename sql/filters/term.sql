-- The events that $term (for websearch_to_tsquery) is found in: in their text, in a claim, or in a name of their place or
-- of who takes part.
select e.dataset_id, e.id as event_id from @event e
where e.dataset_id = any ($dataset_ids::integer[]) and e.search @@ websearch_to_tsquery('simple', $term)
union
select c.dataset_id, c.event_id from @claim c
where c.dataset_id = any ($dataset_ids::integer[]) and c.search @@ websearch_to_tsquery('simple', $term)
union
select e.dataset_id, e.id from @name n
join @place p on p.dataset_id = n.dataset_id and p.id = n.thing_id
join @event e on e.dataset_id = p.dataset_id and e.place_id = p.id
where n.dataset_id = any ($dataset_ids::integer[]) and n.kind = 'place'
  and to_tsvector('simple', n.folded) @@ websearch_to_tsquery('simple', $term)
union
select part.dataset_id, part.event_id from @name n
join @actor a on a.dataset_id = n.dataset_id and a.id = n.thing_id
join @event_participant part on part.dataset_id = a.dataset_id and part.actor_id = a.id
where n.dataset_id = any ($dataset_ids::integer[]) and n.kind = 'actor'
  and to_tsvector('simple', n.folded) @@ websearch_to_tsquery('simple', $term)
