-- Ends the relations from and to the events $ids::bigint[].
update event_relation r set until = $at::timestamptz
where r.dataset_id = $dataset_id::integer and r.until is null
  and (r.event_id = any ($ids::bigint[])
       or (r.other_dataset, r.other_key) in (
         select d.key, o.key from event o join dataset d on d.id = o.dataset_id
         where o.dataset_id = $dataset_id::integer and o.id = any ($ids::bigint[]) and o.until is null))
