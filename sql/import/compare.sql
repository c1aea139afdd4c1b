-- Says of the staged rows of things that are held which of them change it; the others repeat it. An event also changes with its
-- participants and with the relations that start from it.
do $$
declare
  t text;
  fields text;
begin
  create temp table stage_relation_change on commit drop as
    select distinct k.id as event_id
    from import_run r cross join stage_event_relation s join known_event k on k.key = s.event_key
    where not exists (select from event_relation h
                      where h.dataset_id = r.dataset_id and h.event_id = k.id and h.until is null
                        and h.relation = s.relation and h.other_dataset = s.other_dataset
                        and h.other_key = s.other_key and h.note is not distinct from s.note);
  -- In sets: looked up event by event, the participants of a long list take minutes.
  create temp table stage_participant_change on commit drop as
    with given as (
      select i.id as event_id, p.position, p.role, k.id as actor_id, e.sort_day
      from thing_event i
      join stage_event e on e.line = i.line
      join stage_participant p on p.line = i.line
      join known_actor k on k.key = p.actor_key
      where i.created_at is not null
    ), held as (
      select h.event_id, h.position, h.role, h.actor_id, h.sort_day
      from event_participant h
      join thing_event i on i.id = h.event_id
      where h.dataset_id = (select dataset_id from import_run) and h.until is null and i.created_at is not null
    )
    select distinct event_id
    from given full join held using (event_id, position)
    where (given.role, given.actor_id, given.sort_day) is distinct from (held.role, held.actor_id, held.sort_day);
  foreach t in array array['actor', 'place', 'source', 'event', 'claim', 'actor_relation', 'timeline'] loop
    select string_agg(format('%%1$s.%I%s', attname, case when typname in ('json', 'canonical_object', 'point') then '::text' else '' end), ', ')
    into fields
    from pg_attribute join pg_type on pg_type.oid = atttypid
    where attrelid = ('annals.' || t)::regclass and attnum > 0 and not attisdropped
      and attname not in ('dataset_id', 'id', 'version', 'created_at', 'since', 'until', 'change_id', 'search');
    execute format($sql$
      update thing_%1$s s
      set state = 'updated'
      from staged_%1$s n
      cross join lateral (
        -- One by one: hashed, the rows of a long list with all their texts would go to disk. OFFSET keeps the planner from it.
        select * from %1$I where dataset_id = n.dataset_id and id = n.id and until is null offset 0
      ) h
      where n.line = s.line and s.created_at is not null and (row(%2$s) is distinct from row(%3$s) %4$s)
      $sql$, t, format(fields, 'n'), format(fields, 'h'),
      case when t = 'event' then
        'or n.id in (select event_id from stage_relation_change) or n.id in (select event_id from stage_participant_change)'
      else '' end);
  end loop;
  -- An event of which only a relation changed has no staged row: its own values begin again as a new version.
  insert into thing_event (key, id, version, created_at, state)
  select h.key, h.id, h.version + 1, h.created_at, 'touched'
  from import_run r
  join event h on h.dataset_id = r.dataset_id and h.until is null
  where h.id in (select event_id from stage_relation_change) and h.id not in (select id from thing_event);
end
$$
