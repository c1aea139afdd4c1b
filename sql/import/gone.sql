-- What earlier imports of the same profile brought and this list has no more: events within the days that it covers, and
-- claims of its events. import_gone.kept: what others made depends on it.
do $$
begin
  create temp table import_gone on commit drop as
  with run as (
    select r.dataset_id, b.profile, covered.first, covered.last
    from import_run r join batch b on b.dataset_id = r.dataset_id and b.number = r.batch,
         (select min(sort_day) as first, max(sort_day) as last from stage_event) covered
  ), ours as (
    select c.dataset_id, c.id from run join batch b on b.dataset_id = run.dataset_id and b.profile = run.profile
    join change c on c.dataset_id = b.dataset_id and c.batch = b.number
  )
  select 'event' as kind, e.id, e.version, e.key, false as kept
  from run join event e on e.dataset_id = run.dataset_id and e.until is null and e.sort_day between run.first and run.last
  where not exists (select from stage_event s where s.key = e.key)
    and exists (select from event f join ours on ours.dataset_id = f.dataset_id and ours.id = f.change_id
                where f.dataset_id = e.dataset_id and f.id = e.id and f.version = 1);
  insert into import_gone
  select 'claim', c.id, c.version, c.key, false
  from import_run r join claim c on c.dataset_id = r.dataset_id and c.until is null
  where (exists (select from import_gone g where g.kind = 'event' and g.id = c.event_id)
         or exists (select from event e join stage_event s on s.key = e.key
                    where e.dataset_id = c.dataset_id and e.id = c.event_id and e.until is null))
    and not exists (select from stage_claim s where s.key = c.key)
    and exists (select from claim f join change h on h.dataset_id = f.dataset_id and h.id = f.change_id
                join batch b on b.dataset_id = h.dataset_id and b.number = h.batch
                join batch own on own.dataset_id = b.dataset_id and own.number = r.batch and own.profile = b.profile
                where f.dataset_id = c.dataset_id and f.id = c.id and f.version = 1);
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
