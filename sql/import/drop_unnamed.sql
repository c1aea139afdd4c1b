-- What only rows named that were taken back.
do $$
declare
  t text;
begin
  delete from stage_claim c where not exists (select from stage_event e where e.key = c.event_key);
  delete from stage_source s where not exists (select from stage_claim c where c.source_key = s.key);
  delete from stage_place p where not exists (select from stage_event e where e.place_key = p.key);
  delete from stage_actor a
  where not exists (select from stage_event e cross join lateral unnest(e.actors) as named (key) where named.key = a.key);
  foreach t in array array['actor', 'place', 'source', 'event', 'claim'] loop
    execute format('delete from thing_%1$s i where not exists (select from stage_%1$s s where s.line = i.line)', t);
  end loop;
end
$$
