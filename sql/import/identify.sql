-- Gives every staged row the id and the next version of its thing: a key that was there, deleted or not, goes on
-- counting. In date order, so that a page of a timeline lies together.
do $$
declare
  t text;
begin
  analyze import_run;
  foreach t in array array['actor', 'place', 'source', 'event', 'claim', 'actor_relation', 'timeline'] loop
    execute format('analyze stage_%s', t);
    execute format($sql$
      insert into thing_%1$s (line, key, id, version, created_at, state)
      select line, key, coalesce(id, nextval('thing_id')), version, created_at,
             case when created_at is null then 'inserted' else 'unchanged' end
      from (
        select s.line, s.key, coalesce(live.id, past.id) as id, coalesce(live.version, past.version, 0) + 1 as version,
               live.created_at
        from (select dataset_id from import_run) r
        cross join stage_%1$s s
        left join %1$I live on live.dataset_id = r.dataset_id and live.key = s.key and live.until is null
        left join lateral (
          select o.id, o.version from %1$I o
          where o.dataset_id = r.dataset_id and o.key = s.key and o.until is not null and live.id is null
          order by o.version desc limit 1
        ) past on true
        order by %2$s s.key
      ) found
      $sql$, t, case when t = 'event' then 's.sort_day,' else '' end);
    execute format('analyze thing_%s', t);
  end loop;
end
$$
