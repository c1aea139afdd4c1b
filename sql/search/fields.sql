-- In which fields of the events ($dataset_ids::integer[], $ids::bigint[]) $any_term (for websearch_to_tsquery) is found;
-- their titles and descriptions come folded, side by side ($titles::text[], $descriptions::text[]).
select e.dataset_id, e.id,
       array_remove(array[
         case when to_tsvector('simple', wanted.title) @@ term.query then 'title' end,
         case when to_tsvector('simple', wanted.description) @@ term.query then 'description' end,
         case when exists (select from @name n
                           where n.dataset_id = e.dataset_id and n.kind = 'place' and n.thing_id = e.place_id
                             and to_tsvector('simple', n.folded) @@ term.query) then 'place' end,
         case when exists (select from @event_participant ep
                           join @name n on n.dataset_id = ep.dataset_id and n.kind = 'actor' and n.thing_id = ep.actor_id
                           where ep.dataset_id = e.dataset_id and ep.event_id = e.id
                             and to_tsvector('simple', n.folded) @@ term.query) then 'participants' end,
         case when exists (select from @claim c where c.dataset_id = e.dataset_id and c.event_id = e.id
                           and c.search @@ term.query) then 'claims' end], null) as fields
from unnest($dataset_ids::integer[], $ids::bigint[], $titles::text[], $descriptions::text[])
  as wanted (dataset_id, id, title, description)
join @event e on e.dataset_id = wanted.dataset_id and e.id = wanted.id
cross join websearch_to_tsquery('simple', $any_term) as term (query)
