-- Ends what the list has no more, but for what others need.
do $$
declare
  t text;
  fields text;
begin
  foreach t in array array['event', 'claim'] loop
    select string_agg(quote_ident(attname), ', ' order by attnum) into fields
    from pg_attribute where attrelid = ('annals.' || t)::regclass and attnum > 0 and not attisdropped
      and attname not in ('version', 'since', 'until', 'change_id');
    execute format($sql$
      update %1$I h set until = r.at from import_run r, import_gone g
      where g.kind = %1$L and not g.kept and h.dataset_id = r.dataset_id and h.id = g.id and h.until is null
      $sql$, t);
    execute format($sql$
      insert into %1$I (%2$s, version, since, until, change_id)
      select %3$s, g.version + 1, r.at, r.at, r.change_id
      from import_run r join import_gone g on g.kind = %1$L and not g.kept
      join %1$I h on h.dataset_id = r.dataset_id and h.id = g.id and h.version = g.version
      order by g.id
      $sql$, t, fields, 'h.' || replace(fields, ', ', ', h.'));
  end loop;
  update event_participant h set until = r.at from import_run r, import_gone g
  where g.kind = 'event' and not g.kept and h.dataset_id = r.dataset_id and h.event_id = g.id and h.until is null;
end
$$
