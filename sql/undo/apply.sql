-- Ends what the batch added and brings back what it changed or deleted, each as a new version, with all that belongs to it.
do $$
declare
  t text;
  fields text;
begin
  foreach t in array array['actor', 'place', 'source', 'event', 'claim', 'actor_relation', 'timeline'] loop
    select string_agg(quote_ident(attname), ', ' order by attnum) into fields
    from pg_attribute where attrelid = ('annals.' || t)::regclass and attnum > 0 and not attisdropped
      and attname not in ('version', 'since', 'until', 'change_id');
    execute format($sql$
      update %1$I h set until = r.at from undo_run r, undo_thing u
      where u.kind = %1$L and not u.kept and h.dataset_id = r.dataset_id and h.id = u.id and h.until is null
      $sql$, t);
    execute format($sql$
      insert into %1$I (%2$s, version, since, until, change_id)
      select %3$s, u.version + 1, r.at, case u.action when 'remove' then r.at end, r.change_id
      from undo_run r join undo_thing u on u.kind = %1$L and not u.kept
      join %1$I h on h.dataset_id = r.dataset_id and h.id = u.id
        and h.version = case u.action when 'remove' then u.version else u.version - 1 end
      order by u.id
      $sql$, t, fields, 'h.' || replace(fields, ', ', ', h.'));
  end loop;

  update event_participant h set until = r.at from undo_run r, undo_thing u
  where u.kind = 'event' and not u.kept and h.dataset_id = r.dataset_id and h.event_id = u.id and h.until is null
    and (u.action = 'remove' or h.since = r.batch_at);
  insert into event_participant (dataset_id, event_id, position, role, actor_id, sort_day, since)
  select h.dataset_id, h.event_id, h.position, h.role, h.actor_id, h.sort_day, r.at
  from undo_run r join undo_thing u on u.kind = 'event' and not u.kept and u.action = 'restore'
  join event_participant h on h.dataset_id = r.dataset_id and h.event_id = u.id and h.until = r.batch_at;

  update event_relation h set until = r.at from undo_run r, undo_thing u
  where u.kind = 'event' and not u.kept and h.dataset_id = r.dataset_id and h.event_id = u.id and h.until is null
    and (u.action = 'remove' or h.since = r.batch_at);
  insert into event_relation (dataset_id, event_id, relation, other_dataset, other_key, note, since)
  select h.dataset_id, h.event_id, h.relation, h.other_dataset, h.other_key, h.note, r.at
  from undo_run r join undo_thing u on u.kind = 'event' and not u.kept and u.action = 'restore'
  join event_relation h on h.dataset_id = r.dataset_id and h.event_id = u.id and h.until = r.batch_at;

  update name h set until = r.at from undo_run r, undo_thing u
  where not u.kept and h.dataset_id = r.dataset_id and h.thing_id = u.id and h.until is null
    and u.kind = case h.kind when 'publisher' then 'source' else h.kind end
    and (u.action = 'remove' or h.since = r.batch_at);
  insert into name (dataset_id, kind, thing_id, position, name, folded, since)
  select h.dataset_id, h.kind, h.thing_id, h.position, h.name, h.folded, r.at
  from undo_run r join undo_thing u on not u.kept and u.action = 'restore'
  join name h on h.dataset_id = r.dataset_id and h.thing_id = u.id and h.until = r.batch_at
    and u.kind = case h.kind when 'publisher' then 'source' else h.kind end;

  delete from bundle_file f using undo_run r, batch_file b
  where b.dataset_id = r.dataset_id and b.number = r.batch and b.content is null
    and f.dataset_id = b.dataset_id and f.path = b.path and f.change_id = r.batch_change;
  update bundle_file f set content = b.content, change_id = r.change_id from undo_run r, batch_file b
  where b.dataset_id = r.dataset_id and b.number = r.batch and b.content is not null
    and f.dataset_id = b.dataset_id and f.path = b.path and f.change_id = r.batch_change;

  -- What the batch made of the dataset itself. One that it made stays: the list of its imports is below it.
  insert into dataset_past (id, key, title, description, licence, citation, language, visibility, version, created_at, since,
                            change_id, until)
  select d.id, d.key, d.title, d.description, d.licence, d.citation, d.language, d.visibility, d.version, d.created_at, d.since,
         d.change_id, r.at
  from undo_run r join dataset d on d.id = r.dataset_id and d.change_id = r.batch_change
  where exists (select from dataset_past p where p.id = d.id and p.version = d.version - 1 and p.until > p.since);
  update dataset d
  set title = p.title, description = p.description, licence = p.licence, citation = p.citation, language = p.language,
      visibility = p.visibility, version = d.version + 1, since = r.at, change_id = r.change_id
  from undo_run r, dataset_past p
  where d.id = r.dataset_id and d.change_id = r.batch_change and p.id = d.id and p.version = d.version - 1 and p.until > p.since;
end
$$
