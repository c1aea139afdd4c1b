-- Sources by ($dataset_ids::integer[], $ids::bigint[]), side by side, in their order.
select s.dataset_id, s.id, d.key as dataset, s.key, s.kind, s.title, s.title_translated, s.publisher, s.author, s.url,
       s.archived_url, s.published, s.accessed, s.language, s.reliability, s.visibility, s.attributes, s.note,
       s.version, s.created_at, s.since,
       o.id as republishes_id, o.key as republishes_key, o.title as republishes_title,
       o.publisher as republishes_publisher, o.republishes_id is not null as republishes_copy
from unnest($dataset_ids::integer[], $ids::bigint[]) with ordinality as wanted (dataset_id, id, position)
join @source s on s.dataset_id = wanted.dataset_id and s.id = wanted.id
join @dataset d on d.id = s.dataset_id
left join @source o on o.dataset_id = s.dataset_id and o.id = s.republishes_id
order by wanted.position
limit 1000
