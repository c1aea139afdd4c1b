-- Everything that a dataset's changes wrote, in their order, from behind $after_change, $after_rank, $after_id on.
-- `was_seen`: an earlier version was of these $visibilities::text[]. Composed by db/history_store.
select w.change_id, w.rank, w.kind, w.id, w.key, w.version, w.deleted, w.was_seen, c.at, c.reason, c.batch, k.name as by
from (/* branches */) w
join change c on c.dataset_id = $dataset_id::integer and c.id = w.change_id
left join key_holder k on k.id = c.key_id
order by w.change_id, w.rank, w.id
limit $limit::integer
