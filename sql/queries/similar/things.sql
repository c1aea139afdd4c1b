-- Actors or places ($kind) of the datasets $among::integer[] whose names are like one of the thing's
-- ($dataset_id::integer, $id::bigint), the most alike $limit::integer; with the two names that are. Not those that are
-- linked already or were found to be two.
with own as (
  select n.name, n.position, n.folded from @name n
  where n.dataset_id = $dataset_id::integer and n.kind = $kind and n.thing_id = $id::bigint
),
alike as (
  select n.dataset_id, n.thing_id as id, own.name as own_name, own.position as own_position, n.name, n.position,
         similarity(n.folded, own.folded) as likeness
  from own
  join @name n on n.kind = $kind and n.folded % own.folded
  where n.dataset_id = any ($among::integer[]) and (n.dataset_id, n.thing_id) <> ($dataset_id::integer, $id::bigint)
),
best as (
  select distinct on (dataset_id, id) dataset_id, id, own_name, own_position, name, position, likeness
  from alike
  order by dataset_id, id, likeness desc, own_position, position
)
select best.dataset_id, best.id, best.own_name, best.own_position, best.name, best.position, best.likeness,
       d.key as dataset, coalesce(a.key, p.key) as key, coalesce(a.name, p.name) as title,
       coalesce(a.country, p.country) as country, coalesce(oa.country, op.country) as own_country,
       p.location[0] as longitude, p.location[1] as latitude,
       op.location[0] as own_longitude, op.location[1] as own_latitude
from best
join @dataset d on d.id = best.dataset_id
left join @actor a on $kind = 'actor' and a.dataset_id = best.dataset_id and a.id = best.id
left join @actor oa on $kind = 'actor' and oa.dataset_id = $dataset_id::integer and oa.id = $id::bigint
left join @place p on $kind = 'place' and p.dataset_id = best.dataset_id and p.id = best.id
left join @place op on $kind = 'place' and op.dataset_id = $dataset_id::integer and op.id = $id::bigint
left join @dataset od on od.id = $dataset_id::integer
where not exists (select from @actor_relation r
                  where $kind = 'actor' and r.relation = 'same_as' and r.dataset_id = $dataset_id::integer
                    and r.actor_id = $id::bigint and r.other_dataset = d.key and r.other_key = a.key)
  and not exists (select from @actor_relation r
                  where $kind = 'actor' and r.relation = 'same_as' and r.dataset_id = best.dataset_id
                    and r.actor_id = best.id and r.other_dataset = od.key and r.other_key = oa.key)
  and not exists (select from distinct_pair two
                  where two.kind = $kind and two.dataset_id = $dataset_id::integer and two.id = $id::bigint
                    and two.other_dataset_id = best.dataset_id and two.other_id = best.id)
  and not exists (select from distinct_pair two
                  where two.kind = $kind and two.dataset_id = best.dataset_id and two.id = best.id
                    and two.other_dataset_id = $dataset_id::integer and two.other_id = $id::bigint)
order by best.likeness desc, d.key, coalesce(a.key, p.key)
limit $limit::integer
