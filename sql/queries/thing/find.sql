-- The thing of $kind (actor, place, source, claim, event, actor_relation, timeline) with the key $key in the dataset $dataset.
with d as (select id from @dataset s where s.key = $dataset)
select t.dataset_id, t.id from @actor t where $kind = 'actor' and t.dataset_id = (select id from d) and t.key = $key
union all
select t.dataset_id, t.id from @place t where $kind = 'place' and t.dataset_id = (select id from d) and t.key = $key
union all
select t.dataset_id, t.id from @source t where $kind = 'source' and t.dataset_id = (select id from d) and t.key = $key
union all
select t.dataset_id, t.id from @claim t where $kind = 'claim' and t.dataset_id = (select id from d) and t.key = $key
union all
select t.dataset_id, t.id from @event t where $kind = 'event' and t.dataset_id = (select id from d) and t.key = $key
union all
select t.dataset_id, t.id from @actor_relation t
where $kind = 'actor_relation' and t.dataset_id = (select id from d) and t.key = $key
union all
select t.dataset_id, t.id from @timeline t where $kind = 'timeline' and t.dataset_id = (select id from d) and t.key = $key
