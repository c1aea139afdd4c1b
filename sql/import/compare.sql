-- Says of every staged row whether it is new, changes what is held, or repeats it. An event also changes with its
-- participants and with the relations that start from it.
do $$
declare
  t text;
  fields text;
begin
  create temp table stage_relation_change on commit drop as
    select distinct s.event_id
    from stage_event_relation s, import_run r
    where s.event_id is not null
      and not exists (select from event_relation h
                      where h.dataset_id = r.dataset_id and h.event_id = s.event_id and h.until is null
                        and h.relation = s.relation and h.other_dataset = s.other_dataset
                        and h.other_key = s.other_key and h.note is not distinct from s.note);
  -- In sets: looked up event by event, the participants of a long list take minutes.
  create temp table stage_participant_change on commit drop as
    with given as (
      select p.event_id, string_agg((p.role || ':' || p.actor_id || ':' || p.sort_day) collate "C", '|' order by p.position) as whole
      from stage_participant p group by p.event_id
    ), held as (
      select h.event_id, string_agg((h.role || ':' || h.actor_id || ':' || h.sort_day) collate "C", '|' order by h.position) as whole
      from event_participant h
      where h.dataset_id = (select dataset_id from import_run) and h.until is null and h.event_id in (select id from stage_event)
      group by h.event_id
    )
    select e.id as event_id
    from stage_event e left join given on given.event_id = e.id left join held on held.event_id = e.id
    where given.whole is distinct from held.whole;
  foreach t in array array['actor', 'place', 'source', 'event', 'claim', 'actor_relation', 'timeline'] loop
    select string_agg(format('%%1$s.%I%s', attname, case when typname in ('json', 'canonical_object', 'point') then '::text' else '' end), ', ')
    into fields
    from pg_attribute join pg_type on pg_type.oid = atttypid
    where attrelid = ('annals.' || t)::regclass and attnum > 0 and not attisdropped
      and attname not in ('dataset_id', 'id', 'version', 'created_at', 'since', 'until', 'change_id');
    execute format($sql$
      update stage_%1$s s
      set state = case when h.id is null then 'inserted'
                       when row(%2$s) is distinct from row(%3$s) %4$s then 'updated' else 'unchanged' end,
          created_at = coalesce(h.created_at, r.at), since = r.at, change_id = r.change_id
      from import_run r, stage_%1$s n
      left join %1$I h on h.dataset_id = (select dataset_id from import_run) and h.id = n.id and h.until is null
      where n.id = s.id
      $sql$, t, format(fields, 'n'), format(fields, 'h'),
      case when t = 'event' then
        'or n.id in (select event_id from stage_relation_change) or n.id in (select event_id from stage_participant_change)'
      else '' end);
  end loop;
end
$$
