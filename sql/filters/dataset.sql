d.key = any ($datasets::text[])
