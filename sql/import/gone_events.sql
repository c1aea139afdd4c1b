-- The events that the list has no more, and whether they stay whatever is asked.
select key, kept, count(*) over () as total from import_gone where kind = 'event' order by key limit 1000
