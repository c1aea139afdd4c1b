-- What only rows named that were taken back.
do $$
begin
  delete from thing_event i where not exists (select from stage_event s where s.line = i.line);
  delete from stage_claim c where not exists (select from stage_event e where e.key = c.event_key);
  delete from stage_source s where not exists (select from stage_claim c where c.source_key = s.key);
  delete from stage_place p where not exists (select from stage_event e where e.place_key = p.key);
  delete from stage_actor a
  where not exists (select from stage_event e cross join lateral unnest(e.actors) as named (key) where named.key = a.key);
end
$$
