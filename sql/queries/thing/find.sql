-- The thing of $collection (actors, places, sources, claims, events) with the key $key in the dataset $dataset.
with d as (select id from @dataset s where s.key = $dataset)
select a.dataset_id, a.id from @actor a where $collection = 'actors' and a.dataset_id = (select id from d) and a.key = $key
union all
select p.dataset_id, p.id from @place p where $collection = 'places' and p.dataset_id = (select id from d) and p.key = $key
union all
select s.dataset_id, s.id from @source s where $collection = 'sources' and s.dataset_id = (select id from d) and s.key = $key
union all
select c.dataset_id, c.id from @claim c where $collection = 'claims' and c.dataset_id = (select id from d) and c.key = $key
union all
select e.dataset_id, e.id from @event e where $collection = 'events' and e.dataset_id = (select id from d) and e.key = $key
