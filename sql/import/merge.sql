-- Closes the versions that end and adds the ones that begin.
do $$
declare
  t text;
  fields text;
begin
  foreach t in array array['actor', 'place', 'source', 'event', 'claim', 'actor_relation', 'timeline'] loop
    select string_agg(quote_ident(attname), ', ' order by attnum) into fields
    from pg_attribute where attrelid = ('annals.' || t)::regclass and attnum > 0 and not attisdropped;
    execute format($sql$
      update %1$I h set until = r.at from import_run r, thing_%1$s i
      where i.state in ('updated', 'touched') and h.dataset_id = r.dataset_id and h.id = i.id and h.until is null
      $sql$, t);
    execute format('insert into %1$I (%2$s) select %2$s from staged_%1$s where state <> ''unchanged'' order by id',
                   t, fields);
  end loop;
  insert into event (dataset_id, id, version, key, title, description, type, status, date, start_earliest,
      start_latest, end_earliest, end_latest, certain_start, certain_end, certain_start_open, certain_end_open,
      date_members, sort_day, sort_last, sort_instant, place_id, quantities, tags, search, visibility, attributes, note,
      created_at, since, change_id)
  select h.dataset_id, h.id, i.version, h.key, h.title, h.description, h.type, h.status, h.date, h.start_earliest,
      h.start_latest, h.end_earliest, h.end_latest, h.certain_start, h.certain_end, h.certain_start_open,
      h.certain_end_open, h.date_members, h.sort_day, h.sort_last, h.sort_instant, h.place_id, h.quantities, h.tags,
      h.search, h.visibility, h.attributes, h.note, h.created_at, r.at, r.change_id
  from import_run r cross join thing_event i
  join event h on h.dataset_id = r.dataset_id and h.id = i.id and h.version = i.version - 1
  where i.state = 'touched';

  update event_participant h set until = r.at from import_run r
  where h.dataset_id = r.dataset_id and h.until is null
    and h.event_id in (select event_id from stage_participant_change);
  insert into event_participant (dataset_id, event_id, position, role, actor_id, sort_day, since)
  select r.dataset_id, i.id, p.position, p.role, k.id, e.sort_day, r.at
  from import_run r
  cross join thing_event i
  join stage_event e on e.line = i.line
  join stage_participant p on p.line = i.line
  join known_actor k on k.key = p.actor_key
  where i.created_at is null or i.id in (select event_id from stage_participant_change)
  order by i.id, p.position;

  create temp table staged_relation on commit drop as
    select distinct on (k.id, s.relation, s.other_dataset, s.other_key)
           k.id as event_id, s.relation, s.other_dataset, s.other_key, s.note
    from stage_event_relation s join known_event k on k.key = s.event_key
    order by k.id, s.relation, s.other_dataset, s.other_key, s.line desc;
  update event_relation h set until = r.at from import_run r, staged_relation s
  where h.dataset_id = r.dataset_id and h.event_id = s.event_id and h.relation = s.relation
    and h.other_dataset = s.other_dataset and h.other_key = s.other_key and h.until is null
    and h.note is distinct from s.note;
  insert into event_relation (dataset_id, event_id, relation, other_dataset, other_key, note, since)
  select r.dataset_id, s.event_id, s.relation, s.other_dataset, s.other_key, s.note, r.at
  from staged_relation s, import_run r
  where not exists (select from event_relation h
                    where h.dataset_id = r.dataset_id and h.event_id = s.event_id and h.relation = s.relation
                      and h.other_dataset = s.other_dataset and h.other_key = s.other_key and h.until is null);
end
$$
