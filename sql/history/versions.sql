-- The versions of a key, newest first. Composed by db/history_store.
select h.dataset_id, h.id, h.key, h.version, h.since as at, coalesce(h.until = h.since, false) as deleted, c.reason, c.batch,
       k.name as by
from (
  select dataset_id, id, key, version, since, until, change_id from /* table */
  where dataset_id = $dataset_id::integer and key = $key and until is null
  union all
  select dataset_id, id, key, version, since, until, change_id from /* table */
  where dataset_id = $dataset_id::integer and key = $key and until is not null
) h
left join change c on c.dataset_id = h.dataset_id and c.id = h.change_id
left join key_holder k on k.id = c.key_id
where $before::integer is null or h.version < $before::integer
order by h.version desc
limit $limit::integer
