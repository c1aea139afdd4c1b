-- What later changes depend on: things that were changed since, things that came to use what the batch added, and things
-- that cannot come back since what they used is gone. They are kept, with what they use. Without a later change there is
-- nothing to look for.
do $$
declare
  t text;
  l record;
  needed bigint;
  more bigint;
begin
  perform from undo_run r where exists (select from change c where c.dataset_id = r.dataset_id and c.id > r.batch_change);
  if not found then
    return;
  end if;

  foreach t in array array['actor', 'place', 'source', 'event', 'claim', 'actor_relation', 'timeline'] loop
    execute format($sql$
      with later as (
        select distinct u.id, h.key
        from undo_run r join undo_thing u on u.kind = %1$L
        join %1$I h on h.dataset_id = r.dataset_id and h.id = u.id and h.version > u.version
      ), told as (
        insert into undo_conflict select %1$L, key from later
      )
      update undo_thing u set kept = true from later where u.kind = %1$L and u.id = later.id
      $sql$, t);
  end loop;

  for l in select * from undo_link loop
    execute format($sql$
      insert into undo_use
      select %1$L, h.id, %3$L, h.%2$I
      from undo_run r join undo_thing u on u.kind = %3$L and u.action = 'remove'
      join %1$I h on h.dataset_id = r.dataset_id and h.%2$I = u.id and h.until is null
      $sql$, l.kind, l.name, l.target);
    execute format($sql$
      insert into undo_past_use
      select %1$L, p.id, %3$L, p.%2$I
      from undo_run r join undo_thing u on u.kind = %1$L and u.action = 'restore'
      join %1$I p on p.dataset_id = r.dataset_id and p.id = u.id and p.version = u.version - 1
      where p.%2$I is not null
      $sql$, l.kind, l.name, l.target);
  end loop;
  insert into undo_use
  select 'event', p.event_id, 'actor', p.actor_id
  from undo_run r join undo_thing u on u.kind = 'actor' and u.action = 'remove'
  join event_participant p on p.dataset_id = r.dataset_id and p.actor_id = u.id and p.until is null;
  insert into undo_use
  select 'event', n.event_id, 'event', o.id
  from undo_run r join event_relation n on n.dataset_id = r.dataset_id and n.other_dataset = r.dataset_key and n.until is null
  join event o on o.dataset_id = r.dataset_id and o.key = n.other_key and o.until is null
  join undo_thing u on u.kind = 'event' and u.action = 'remove' and u.id = o.id;
  insert into undo_use
  select 'actor_relation', n.id, 'actor', o.id
  from undo_run r join actor_relation n on n.dataset_id = r.dataset_id and n.other_dataset = r.dataset_key and n.until is null
  join actor o on o.dataset_id = r.dataset_id and o.key = n.other_key and o.until is null
  join undo_thing u on u.kind = 'actor' and u.action = 'remove' and u.id = o.id;
  insert into undo_past_use
  select 'event', p.event_id, 'actor', p.actor_id
  from undo_run r join undo_thing u on u.kind = 'event' and u.action = 'restore'
  join event_participant p on p.dataset_id = r.dataset_id and p.event_id = u.id and p.until = r.batch_at;
  insert into undo_past_use
  select distinct 'event', n.event_id, 'event', o.id
  from undo_run r join undo_thing u on u.kind = 'event' and u.action = 'restore'
  join event_relation n on n.dataset_id = r.dataset_id and n.event_id = u.id and n.until = r.batch_at
    and n.other_dataset = r.dataset_key
  join event o on o.dataset_id = r.dataset_id and o.key = n.other_key;
  insert into undo_past_use
  select distinct 'actor_relation', p.id, 'actor', o.id
  from undo_run r join undo_thing u on u.kind = 'actor_relation' and u.action = 'restore'
  join actor_relation p on p.dataset_id = r.dataset_id and p.id = u.id and p.version = u.version - 1
    and p.other_dataset = r.dataset_key
  join actor o on o.dataset_id = r.dataset_id and o.key = p.other_key;

  -- What is held need not come back.
  foreach t in array array['actor', 'place', 'source', 'event', 'claim'] loop
    execute format($sql$
      delete from undo_past_use x using undo_run r, %1$I h
      where x.target_kind = %1$L and h.dataset_id = r.dataset_id and h.id = x.target_id and h.until is null
      $sql$, t);
  end loop;
  analyze undo_use;
  analyze undo_past_use;

  -- Who came to use it and is none of the batch's.
  foreach t in array array['place', 'source', 'event', 'claim', 'actor_relation'] loop
    execute format($sql$
      insert into undo_conflict
      select distinct %1$L, h.key
      from undo_run r join undo_use x on x.kind = %1$L
      join %1$I h on h.dataset_id = r.dataset_id and h.id = x.id and h.until is null
      where not exists (select from undo_thing u where u.kind = x.kind and u.id = x.id)
      $sql$, t);
  end loop;
  loop
    update undo_thing u set kept = true
    from (
      select distinct x.target_kind, x.target_id from undo_use x
      where not exists (select from undo_thing o where o.kind = x.kind and o.id = x.id and not o.kept)
    ) used
    where u.kind = used.target_kind and u.id = used.target_id and u.action = 'remove' and not u.kept;
    get diagnostics needed = row_count;
    update undo_thing u set kept = true
    from (
      select distinct x.kind, x.id from undo_past_use x
      where not exists (select from undo_thing o
                        where o.kind = x.target_kind and o.id = x.target_id and o.action = 'restore' and not o.kept)
    ) stranded
    where u.kind = stranded.kind and u.id = stranded.id and u.action = 'restore' and not u.kept;
    get diagnostics more = row_count;
    exit when needed + more = 0;
  end loop;
  foreach t in array array['place', 'source', 'event', 'claim', 'actor_relation'] loop
    execute format($sql$
      insert into undo_conflict
      select distinct %1$L, p.key
      from undo_run r join undo_thing u on u.kind = %1$L and u.action = 'restore' and u.kept
      join undo_past_use x on x.kind = u.kind and x.id = u.id
      join %1$I p on p.dataset_id = r.dataset_id and p.id = u.id and p.version = u.version
      where not exists (select from undo_conflict c where c.collection = %1$L and c.key = p.key)
      $sql$, t);
  end loop;

  insert into undo_conflict
  select 'file', b.path
  from undo_run r join batch_file b on b.dataset_id = r.dataset_id and b.number = r.batch
  left join bundle_file f on f.dataset_id = b.dataset_id and f.path = b.path
  where f.change_id is distinct from r.batch_change;
  insert into undo_conflict
  select 'dataset', r.dataset_key from undo_run r join dataset_past p on p.id = r.dataset_id
  where p.change_id = r.batch_change and p.until > p.since;
end
$$
