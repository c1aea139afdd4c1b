-- Of one kind. Composed by db/history_store.
(select h.change_id, /* rank */ as rank, '/* table */' as kind, h.id, h.key::text as key, h.version,
        coalesce(h.until = h.since, false) as deleted,
        exists (select from /* table */ p
                where p.dataset_id = h.dataset_id and p.id = h.id and p.version < h.version
                  and p.visibility = any ($visibilities::text[])) as was_seen
 from /* table */ h
 where h.dataset_id = $dataset_id::integer and h.change_id >= $after_change::bigint
   and (h.change_id, /* rank */, h.id) > ($after_change::bigint, $after_rank::integer, $after_id::bigint)
 order by h.change_id, h.id
 limit $limit::integer)
