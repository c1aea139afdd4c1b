-- A claim is seen by who sees its event and its source.
select * from claim
where @held and @seen
  and dataset_id = any (array(select visible.id from @dataset visible))
  and exists (select from @event e where e.dataset_id = claim.dataset_id and e.id = claim.event_id)
  and exists (select from @source s where s.dataset_id = claim.dataset_id and s.id = claim.source_id)
