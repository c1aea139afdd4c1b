-- The staging tables of one bundle, which end with the transaction. stage_X holds the rows as they came: the columns of X
-- with the keys of what they link to, without what the import gives them. A staged row is not written again; what is
-- found out about it stands beside it, in thing_X.
do $$
declare
  t text;
  own text;
  links text;
begin
  -- Enough to choose a join by; more would look at every tenth row of a list, with all its texts.
  set local default_statistics_target = 10;
  -- What is stored was compressed when it was staged.
  if exists (select from pg_settings where name = 'default_toast_compression' and 'lz4' = any (enumvals)) then
    set local default_toast_compression = 'lz4';
  end if;
  foreach t in array array['actor', 'place', 'source', 'event', 'claim', 'actor_relation', 'timeline'] loop
    select string_agg(quote_ident(attname), ', ' order by attnum) filter (where attname not like '%\_id' and attname not in
             ('id', 'version', 'created_at', 'since', 'until', 'search')),
           string_agg(format(', %I text collate "C"', replace(attname, '_id', '_key')), '' order by attnum)
             filter (where attname like '%\_id' and attname not in ('dataset_id', 'change_id'))
    into own, links
    from pg_attribute where attrelid = ('annals.' || t)::regclass and attnum > 0 and not attisdropped;
    execute format('create temp table stage_%s on commit drop as select 0 as line, %s from %1$I limit 0', t, own);
    execute format('alter table stage_%s alter line set not null %s', t, replace(coalesce(links, ''), ', ', ', add '));
    -- state: inserted or unchanged; updated where compare.sql finds that it differs, touched where nothing but a relation changed.
    execute format('create temp table thing_%s (line integer, key text collate "C", id bigint, version integer, '
                   'created_at timestamptz, state text) on commit drop', t);
  end loop;
  alter table stage_actor add names text[], add folded text[];
  alter table stage_place add names text[], add folded text[];
  alter table stage_source add names text[], add folded text[], add publisher_folded text;
  alter table stage_event add search_text text, add roles text[], add actors text[];
  alter table stage_claim add search_text text;
  create temp table stage_event_relation (
    line integer not null, event_key text collate "C", relation event_relation_kind, other_dataset text, other_key text, note text
  ) on commit drop;
  create temp table stage_participant (line integer, position smallint, role text, actor_key text collate "C") on commit drop;
  create temp table import_run (dataset_id integer, dataset_key text, at timestamptz, change_id bigint, batch integer) on commit drop;
  -- What a list names and the dataset holds already, by the key that the list gives it: see named.sql.
  create temp table import_found (stage text, key text collate "C", id bigint) on commit drop;
  -- Which column of a staged table names which kind of thing.
  create temp table import_link (stage text, name text, target text) on commit drop;
  insert into import_link values
    ('place', 'within', 'place'), ('source', 'republishes', 'source'), ('event', 'place', 'place'),
    ('participant', 'actor', 'actor'), ('claim', 'event', 'event'), ('claim', 'source', 'source'),
    ('claim', 'claimant', 'actor'), ('claim', 'place', 'place'), ('claim', 'answers', 'claim'),
    ('actor_relation', 'actor', 'actor'), ('event_relation', 'event', 'event');
end
$$
