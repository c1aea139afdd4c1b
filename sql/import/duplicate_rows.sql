select stage, key, line, other_line, equal from stage_duplicate order by stage, line limit 1001
