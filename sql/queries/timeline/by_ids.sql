-- Saved timelines by ($dataset_ids::integer[], $ids::bigint[]), side by side, in their order.
select t.dataset_id, t.id, d.key as dataset, t.key, t.title, t.introduction, t.query, t.pins, t.excludes, t.notes,
       t.sections, t.language, t.visibility, null as attributes, null as note, t.version, t.created_at, t.since
from unnest($dataset_ids::integer[], $ids::bigint[]) with ordinality as wanted (dataset_id, id, position)
join @timeline t on t.dataset_id = wanted.dataset_id and t.id = wanted.id
join @dataset d on d.id = t.dataset_id
order by wanted.position
limit 1000
