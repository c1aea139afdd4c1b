-- What the batch wrote: what it added goes, what it changed or deleted comes back as it was.
do $$
declare
  t text;
begin
  foreach t in array array['actor', 'place', 'source', 'event', 'claim', 'actor_relation', 'timeline'] loop
    execute format($sql$
      insert into undo_thing (kind, id, version, action)
      select %1$L, h.id, h.version,
             case when h.until = h.since then 'restore'
                  when p.id is null or p.until = p.since then 'remove'
                  else 'restore' end
      from undo_run r
      join %1$I h on h.dataset_id = r.dataset_id and h.change_id = r.batch_change
      left join %1$I p on p.dataset_id = h.dataset_id and p.id = h.id and p.version = h.version - 1
      $sql$, t);
  end loop;
  analyze undo_thing;
end
$$
