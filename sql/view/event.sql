select * from event
where @held and @seen
  and dataset_id = any (array(select visible.id from @dataset visible))
