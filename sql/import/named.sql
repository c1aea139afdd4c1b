-- What a list names stands in it as often as rows name it, and may be in the dataset already: by its key, or under another
-- key by its folded name (a place also with its country and point). Those are found and never changed; what is left is new.
do $$
declare
  t text;
begin
  foreach t in array array['actor', 'place', 'source', 'claim'] loop
    execute format('analyze stage_%s', t);
    execute format($sql$
      delete from stage_%1$s s using (select key, min(line) as line from stage_%1$s group by key having count(*) > 1) twice
      where s.key = twice.key and s.line > twice.line
      $sql$, t);
    continue when t = 'claim';
    execute format($sql$
      with held as (
        delete from stage_%1$s s using %1$I h
        where h.dataset_id = (select dataset_id from import_run) and h.key = s.key and h.until is null
        returning s.key, h.id
      )
      insert into import_found select %1$L, key, id from held
      $sql$, t);
  end loop;
  insert into import_found
  select 'actor', s.key, min(n.thing_id)
  from stage_actor s cross join import_run r
  join name n on n.dataset_id = r.dataset_id and n.kind = 'actor' and n.folded = s.folded[1] and n.until is null
  group by s.key;
  insert into import_found
  select 'place', s.key, min(n.thing_id)
  from stage_place s cross join import_run r
  join name n on n.dataset_id = r.dataset_id and n.kind = 'place' and n.folded = s.folded[1] and n.until is null
  join place p on p.dataset_id = n.dataset_id and p.id = n.thing_id and p.until is null
  where coalesce(s.country = p.country, true) and coalesce(s.location ~= p.location, s.location is null)
  group by s.key;
  delete from stage_actor s using import_found f where f.stage = 'actor' and f.key = s.key;
  delete from stage_place s using import_found f where f.stage = 'place' and f.key = s.key;
end
$$
