e.type = any ($types::text[])
