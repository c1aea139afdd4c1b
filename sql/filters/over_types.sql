cross join unnest($types::text[]) as by (type)
