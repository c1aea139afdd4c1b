select * from event
where @held and visibility = 'public'
  and dataset_id = any (array(select visible.id from @dataset visible))
