select stage, key, line, other_line, equal from stage_duplicate order by equal, stage, line limit $limit::bigint
