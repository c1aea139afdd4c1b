-- How many things the list no longer has were ended.
select count(*) filter (where not kept) as removed from import_gone
