-- What earlier imports of the same profile brought and this list has no more: events within the days that it covers, and
-- claims of its events. import_gone.kept: what others made depends on it.
do $$
declare
  t text;
begin
  create temp table import_gone (kind text, id bigint, version integer, key text collate "C", kept boolean not null default false)
    on commit drop;
  create index on import_gone (id);
  foreach t in array array['event', 'claim'] loop
    if t = 'event' then
      insert into import_gone (kind, id, version, key)
      select 'event', e.id, e.version, e.key
      from event e left join thing_event i on i.id = e.id
      where e.dataset_id = (select dataset_id from import_run) and e.until is null and i.id is null
        and e.sort_day between (select min(sort_day) from stage_event) and (select max(sort_day) from stage_event);
    else
      insert into import_gone (kind, id, version, key)
      select 'claim', c.id, c.version, c.key
      from claim c
      join (select id from thing_event union select id from import_gone) e on e.id = c.event_id
      left join thing_claim i on i.id = c.id
      where c.dataset_id = (select dataset_id from import_run) and c.until is null and i.id is null;
    end if;
    analyze import_gone;
    -- Only what imports of this profile made; few are left to look at by now.
    execute format($sql$
      delete from import_gone g
      where g.kind = %1$L and not exists (
        select from import_run r
        join %1$I f on f.dataset_id = r.dataset_id and f.id = g.id and f.version = 1
        join change h on h.dataset_id = f.dataset_id and h.id = f.change_id
        join batch b on b.dataset_id = h.dataset_id and b.number = h.batch
        join batch own on own.dataset_id = b.dataset_id and own.number = r.batch and own.profile = b.profile)
      $sql$, t);
  end loop;
  -- What others say of an event, answer to a claim or relate to it would be left hanging.
  update import_gone g set kept = true from import_run r
  where g.kind = 'event'
    and (exists (select from claim c where c.dataset_id = r.dataset_id and c.event_id = g.id and c.until is null
                                       and not exists (select from import_gone o where o.kind = 'claim' and o.id = c.id))
         or exists (select from event_relation n where n.dataset_id = r.dataset_id and n.until is null
                    and (n.event_id = g.id or n.other_dataset = r.dataset_key and n.other_key = g.key)));
  update import_gone g set kept = true from import_run r
  where g.kind = 'claim'
    and (exists (select from claim a where a.dataset_id = r.dataset_id and a.answers_id = g.id and a.until is null)
         or exists (select from claim c join import_gone e on e.kind = 'event' and e.id = c.event_id and e.kept
                    where c.dataset_id = r.dataset_id and c.id = g.id and c.until is null));
end
$$
