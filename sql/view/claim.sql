-- A claim is seen by who sees its event and its source. Neither is ever missing, so it is enough that neither is hidden:
-- of those there are few, with an index of their own.
select * from claim
where @held and @seen
  and dataset_id = any (array(select visible.id from @dataset visible))
  and not exists (select from event where @held and not @seen and dataset_id = claim.dataset_id and id = claim.event_id)
  and not exists (select from source where @held and not @seen and dataset_id = claim.dataset_id and id = claim.source_id)
