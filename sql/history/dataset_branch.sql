-- Of the dataset itself. Composed by db/history_store.
(select h.change_id, 0 as rank, 'dataset' as kind, h.id::bigint as id, h.key::text as key, h.version, false as deleted,
        false as was_seen
 from dataset h
 where h.id = $dataset_id::integer and (h.change_id, 0, h.id::bigint) > ($after_change::bigint, $after_rank::integer, $after_id::bigint)
 union all
 select h.change_id, 0, 'dataset', h.id::bigint, h.key::text, h.version, false, false
 from dataset_past h
 where h.id = $dataset_id::integer and h.until > h.since
   and (h.change_id, 0, h.id::bigint) > ($after_change::bigint, $after_rank::integer, $after_id::bigint))
