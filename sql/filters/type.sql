(e.type = any ($types::text[])
 or exists (select from unnest($types::text[]) as t (type) where starts_with(e.type, t.type || '.')))
