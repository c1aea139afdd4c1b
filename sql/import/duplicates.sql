-- Finds the keys that a file has twice. Equal rows count once: the later ones go, each a warning; different ones stay
-- and are faults. Left in stage_duplicate.
do $$
declare
  t text;
begin
  create temp table stage_duplicate (stage text, key text, line integer, other_line integer, equal boolean)
    on commit drop;
  foreach t in array array['actor', 'place', 'source', 'event', 'claim', 'actor_relation', 'timeline'] loop
    execute format($sql$
      insert into stage_duplicate (stage, key, line, other_line, equal)
      select %1$L, s.key, s.line, f.line, (to_jsonb(s) - 'line') = (to_jsonb(f) - 'line')
      from stage_%1$s s
      join lateral (select * from stage_%1$s o where o.key = s.key order by o.line limit 1) f on f.line < s.line
      where s.key in (select key from stage_%1$s group by key having count(*) > 1)
      $sql$, t);
    execute format($sql$
      delete from stage_%1$s s using stage_duplicate d
      where d.stage = %1$L and d.equal and s.key = d.key and s.line = d.line
      $sql$, t);
  end loop;
end
$$
