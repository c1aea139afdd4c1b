select stage, line, col, key from stage_missing order by stage, line, col limit $limit::bigint
