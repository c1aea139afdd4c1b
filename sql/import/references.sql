-- Resolves every key that a row names, in this bundle or in what the dataset holds already. What is in neither is left
-- in stage_missing.
do $$
declare
  l record;
begin
  create temp table stage_missing (stage text, line integer, col text, key text) on commit drop;
  create temp table stage_participant on commit drop as
    select e.line, e.id as event_id, e.sort_day, p.role, p.actor_key, (p.position - 1)::smallint as position,
           null::bigint as actor_id
    from stage_event e
    cross join lateral unnest(e.roles, e.actors) with ordinality as p (role, actor_key, position);
  for l in
    select * from (values
      ('place', 'within_key', 'within_id', 'place', 'within'),
      ('source', 'republishes_key', 'republishes_id', 'source', 'republishes'),
      ('event', 'place_key', 'place_id', 'place', 'place'),
      ('participant', 'actor_key', 'actor_id', 'actor', 'participants'),
      ('claim', 'event_key', 'event_id', 'event', 'event'),
      ('claim', 'source_key', 'source_id', 'source', 'source'),
      ('claim', 'claimant_key', 'claimant_id', 'actor', 'claimant'),
      ('claim', 'place_key', 'place_id', 'place', 'place'),
      ('claim', 'answers_key', 'answers_id', 'claim', 'answers'),
      ('actor_relation', 'actor_key', 'actor_id', 'actor', 'actor'),
      ('event_relation', 'event_key', 'event_id', 'event', 'event')
    ) as link (stage, key_column, id_column, target, col)
  loop
    execute format($sql$
      update stage_%1$s s set %3$I = coalesce(
        (select n.id from stage_%4$s n where n.key = s.%2$I limit 1),
        (select h.id from %4$I h
         where h.dataset_id = (select dataset_id from import_run) and h.key = s.%2$I and h.until is null))
      where s.%2$I is not null
      $sql$, l.stage, l.key_column, l.id_column, l.target);
    execute format($sql$
      insert into stage_missing
      select case %1$L when 'participant' then 'event' else %1$L end, line, %5$L, %2$I from stage_%1$s
      where %2$I is not null and %3$I is null
      $sql$, l.stage, l.key_column, l.id_column, l.target, l.col);
  end loop;
  -- The other end of a relation may lie in a dataset that comes later; in this one it must be there.
  for l in
    select * from (values ('event_relation', 'event'), ('actor_relation', 'actor')) as link (stage, target)
  loop
    execute format($sql$
      insert into stage_missing
      select %1$L, s.line, 'other', s.other_key from stage_%1$s s, import_run r
      where s.other_dataset = r.dataset_key
        and not exists (select from stage_%2$s n where n.key = s.other_key)
        and not exists (select from %2$I h where h.dataset_id = r.dataset_id and h.key = s.other_key and h.until is null)
      $sql$, l.stage, l.target);
  end loop;
  -- What was null when the planner last looked decides how cycles are searched.
  analyze stage_place (within_id), stage_source (republishes_id), stage_claim (answers_id);
end
$$
