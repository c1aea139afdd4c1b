-- The names of who is seen.
select * from name
where @held
  and (kind = 'actor'
         and exists (select from @actor a where a.dataset_id = name.dataset_id and a.id = name.thing_id)
       or kind = 'place'
         and exists (select from @place p where p.dataset_id = name.dataset_id and p.id = name.thing_id)
       or kind in ('source', 'publisher')
         and exists (select from @source s where s.dataset_id = name.dataset_id and s.id = name.thing_id))
