-- Gives every staged row the id and the next version of its thing: a key that was there, deleted or not, goes on
-- counting. In date order, so that a page of a timeline lies together.
do $$
declare
  t text;
begin
  foreach t in array array['actor', 'place', 'source', 'event', 'claim', 'actor_relation', 'timeline'] loop
    execute format('create index on stage_%s (key)', t);
    execute format('analyze stage_%s', t);
    if t in ('event', 'claim') then
      execute format($sql$update stage_%s set search = to_tsvector('simple', search_text)$sql$, t);
    end if;
    execute format($sql$
      update stage_%1$s s
      set id = given.id, version = given.version, dataset_id = r.dataset_id
      from import_run r, (
        select n.key, coalesce(l.id, nextval('thing_id')) as id, coalesce(l.version, 0) + 1 as version
        from (select key from stage_%1$s order by %2$s key) n
        -- One pass over the dataset: of keys that were deleted no index knows.
        left join (
          select o.key, o.id, max(o.version) as version from %1$I o
          where o.dataset_id = (select dataset_id from import_run)
          group by o.key, o.id
        ) l on l.key = n.key
      ) given
      where given.key = s.key
      $sql$, t, case when t = 'event' then 'sort_day,' else '' end);
  end loop;
end
$$
