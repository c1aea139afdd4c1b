e.status = any ($statuses::text[])
