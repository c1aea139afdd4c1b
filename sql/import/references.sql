-- Finds what every key names, in this bundle or in what the dataset holds already: known_X. What is in neither is left in
-- stage_missing. Then staged_X is X as it will be.
do $$
declare
  t text;
  l record;
  unknown bigint;
  columns text;
  joins text;
begin
  create temp table stage_missing (stage text, line integer, col text, key text) on commit drop;
  create temp table import_unknown (key text collate "C") on commit drop;
  insert into stage_participant
  select e.line, p.position - 1, p.role, p.actor_key
  from stage_event e
  cross join lateral unnest(e.roles, e.actors) with ordinality as p (role, actor_key, position);
  analyze stage_participant;

  for t in select distinct target from import_link loop
    execute format('create temp table known_%1$s on commit drop as select key, id from thing_%1$s '
                   'union all select key, id from import_found where stage = %1$L', t);
    execute format('analyze known_%s', t);
    for l in select stage, name || '_key' as key, name from import_link where target = t loop
      execute format($sql$
        insert into import_unknown
        select distinct s.%3$I from stage_%2$s s
        where s.%3$I is not null and not exists (select from known_%1$s n where n.key = s.%3$I)
        $sql$, t, l.stage, l.key);
      get diagnostics unknown = row_count;
      continue when unknown = 0;
      execute format($sql$
        insert into known_%1$s
        select h.key, h.id from import_unknown u
        join %1$I h on h.dataset_id = (select dataset_id from import_run) and h.key = u.key and h.until is null
        $sql$, t);
      execute format('analyze known_%s', t);
      execute format($sql$
        insert into stage_missing
        select %4$L, s.line, %5$L, s.%3$I
        from import_unknown u join stage_%2$s s on s.%3$I = u.key
        where not exists (select from known_%1$s n where n.key = u.key)
        $sql$, t, l.stage, l.key, case l.stage when 'participant' then 'event' else l.stage end,
        case l.stage when 'participant' then 'participants' else l.name end);
      truncate import_unknown;
    end loop;
  end loop;
  -- The other end of a relation may lie in a dataset that comes later; in this one it must be there.
  for l in select * from (values ('event_relation', 'event'), ('actor_relation', 'actor')) as link (stage, target) loop
    execute format($sql$
      insert into stage_missing
      select %1$L, s.line, 'other', s.other_key from stage_%1$s s, import_run r
      where s.other_dataset = r.dataset_key
        and not exists (select from thing_%2$s n where n.key = s.other_key)
        and not exists (select from %2$I h where h.dataset_id = r.dataset_id and h.key = s.other_key and h.until is null)
      $sql$, l.stage, l.target);
  end loop;

  foreach t in array array['actor', 'place', 'source', 'event', 'claim', 'actor_relation', 'timeline'] loop
    select string_agg(
             case attname
               when 'dataset_id' then 'r.dataset_id'
               when 'id' then 'i.id'
               when 'version' then 'i.version'
               when 'created_at' then 'coalesce(i.created_at, r.at)'
               when 'since' then 'r.at'
               when 'until' then 'null::timestamptz'
               when 'change_id' then 'r.change_id'
               when 'search' then $sql$to_tsvector('simple', s.search_text)$sql$
               else case when attname like '%\_id' then format('known_%s.id', replace(attname, '_id', ''))
                         else format('s.%I', attname) end
             end || format(' as %I', attname), ', ' order by attnum)
    into columns
    from pg_attribute where attrelid = ('annals.' || t)::regclass and attnum > 0 and not attisdropped;
    select string_agg(format(' left join known_%1$s as known_%2$s on known_%2$s.key = s.%2$s_key', target, name), '')
    into joins from import_link where stage = t;
    execute format('create temp view staged_%1$s as select i.line, i.state, %2$s '
                   'from import_run r cross join thing_%1$s i join stage_%1$s s on s.line = i.line%3$s', t, columns, joins);
  end loop;
end
$$
