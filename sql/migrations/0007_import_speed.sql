-- Statistics of what the planner has to choose by, and of no more: to compare the long texts of 30,000 rows with one another
-- took as long as to store them. Small imports into a large database leave it to autovacuum, which comes at a tenth.
-- 30: the statistics target, 9,000 rows of each table.
drop function refresh_statistics();
create function refresh_statistics(changed bigint) returns void
language plpgsql security definer set search_path = annals, pg_temp set default_statistics_target = 30
as $$
begin
  if changed * 10 < (select sum(reltuples) from pg_class
                     where oid in ('event'::regclass, 'claim'::regclass, 'source'::regclass)) then
    return;
  end if;
  analyze dataset, event_relation, actor_relation,
    actor (dataset_id, id, version, key, kind, country, visibility, since, until, change_id),
    place (dataset_id, id, version, key, kind, country, within_id, visibility, since, until, change_id),
    source (dataset_id, id, version, key, kind, public_by, visibility, since, until, change_id),
    name (dataset_id, kind, thing_id, position, folded, since, until),
    event (dataset_id, id, version, key, type, status, start_earliest, end_latest, sort_day, sort_last, sort_instant,
           place_id, tags, visibility, since, until, change_id),
    event_participant (dataset_id, event_id, position, role, actor_id, sort_day, since, until),
    claim (dataset_id, id, version, key, event_id, source_id, claimant_id, place_id, stance, visibility, since, until, change_id);
end
$$;
revoke all on function refresh_statistics(bigint) from public;
grant execute on function refresh_statistics(bigint) to annals_app;

-- The same rules as before, as they are quick to check: the regular expression engine takes a state for each repetition that
-- is counted, and a third of the time in which an import was staged.
alter domain word_key drop constraint word_key_check;
alter domain word_key add constraint word_key_check
  check (length(value) <= 120 and value ~ '^[A-Za-z0-9][A-Za-z0-9._:-]*$' and value not like '%..%') not valid;
alter domain open_word drop constraint open_word_check;
alter domain open_word add constraint open_word_check check (length(value) <= 40 and value ~ '^[a-z][a-z0-9_]*$') not valid;
alter domain event_type drop constraint event_type_check;
alter domain event_type add constraint event_type_check
  check (length(value) <= 120 and value ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'
         and (length(value) <= 40 or value !~ '[^.]{41}')) not valid;
-- JSON it is by its type; canonical, it begins with what it is.
alter domain canonical_object drop constraint canonical_object_check;
alter domain canonical_object add constraint canonical_object_check check (value::text like '{%') not valid;
