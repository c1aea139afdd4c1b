not exists (select from unnest($types_left_out::text[]) as t (type) where e.type = t.type or starts_with(e.type, t.type || '.'))
