-- The staging tables of one bundle: the content tables' own columns and types, with keys where those have ids.
-- They end with the transaction.
do $$
declare
  t text;
begin
  foreach t in array array['actor', 'place', 'source', 'event', 'claim', 'actor_relation', 'timeline'] loop
    execute format('create temp table stage_%1$s on commit drop as select * from %1$I limit 0', t);
    execute format('alter table stage_%s add line integer not null, add state text', t);
  end loop;
  alter table stage_actor add names text[], add folded text[];
  alter table stage_place add names text[], add folded text[], add within_key text;
  alter table stage_source add names text[], add folded text[], add publisher_folded text, add republishes_key text;
  alter table stage_event add place_key text, add search_text text, add roles text[], add actors text[];
  alter table stage_claim add search_text text, add event_key text, add source_key text, add claimant_key text, add place_key text,
    add answers_key text;
  alter table stage_actor_relation add actor_key text;
  create temp table stage_event_relation (
    line integer not null, event_key text, relation event_relation_kind, other_dataset text, other_key text,
    note text, event_id bigint
  ) on commit drop;
  create temp table import_run (dataset_id integer, dataset_key text, at timestamptz, change_id bigint) on commit drop;
end
$$
