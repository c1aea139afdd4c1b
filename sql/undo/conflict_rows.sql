select collection, key, count(*) over () as of from undo_conflict order by collection, key limit $limit::integer
