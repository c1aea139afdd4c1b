-- How many a list has. Composed by db/thing_list.
select count(*) as total from (/* list */) list
