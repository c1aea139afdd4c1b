-- A claim is seen by who sees its event and its source.
select c.* from claim c
where @held and c.visibility = 'public'
  and c.dataset_id = any (array(select visible.id from @dataset visible))
  and exists (select from @event e where e.dataset_id = c.dataset_id and e.id = c.event_id)
  and exists (select from @source s where s.dataset_id = c.dataset_id and s.id = c.source_id)
