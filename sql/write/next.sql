-- Of things whose version was closed just now: the next one, with the same values; $until null: it holds, else it is the
-- mark of their deletion. Composed by db/change_store.
insert into /* table */
select n.*
from /* table */ h,
     lateral json_populate_record(h, json_build_object('version', h.version + 1, 'since', $at::timestamptz,
                                                       'until', $until::timestamptz,
                                                       'change_id', $change_id::bigint)) n
where h.dataset_id = $dataset_id::integer and h.id = any ($ids::bigint[]) and h.until = $at::timestamptz
  and h.since < $at::timestamptz
