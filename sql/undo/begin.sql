-- What an undo works with, until the transaction ends. undo_thing: each thing that the batch wrote, with the version that
-- it made; what becomes of it; and whether later changes keep it.
do $$
begin
  create temp table undo_run (dataset_id integer, dataset_key text, batch integer, batch_change bigint, batch_at timestamptz,
                              change_id bigint, at timestamptz) on commit drop;
  create temp table undo_thing (kind text, id bigint, version integer, action text, kept boolean not null default false)
    on commit drop;
  create temp table undo_conflict (collection text, key text collate "C") on commit drop;
  -- Who uses now what the batch added; what that which it changed or deleted used before.
  create temp table undo_use (kind text, id bigint, target_kind text, target_id bigint) on commit drop;
  create temp table undo_past_use (kind text, id bigint, target_kind text, target_id bigint) on commit drop;
  -- Which column of a table names which kind of thing.
  create temp table undo_link (kind text, name text, target text) on commit drop;
  insert into undo_link values
    ('place', 'within_id', 'place'), ('source', 'republishes_id', 'source'), ('event', 'place_id', 'place'),
    ('claim', 'event_id', 'event'), ('claim', 'source_id', 'source'), ('claim', 'claimant_id', 'actor'),
    ('claim', 'place_id', 'place'), ('claim', 'answers_id', 'claim'), ('actor_relation', 'actor_id', 'actor');
end
$$
