-- Claims by ($dataset_ids::integer[], $ids::bigint[]), side by side, in their order.
select c.dataset_id, c.id, d.key as dataset, c.key, c.stance, c.said, c.date, c.status, c.gist, c.quote, c.language,
       c.locator, c.credibility, c.visibility, c.attributes, c.note, c.version, c.created_at, c.since, c.quantities,
       e.id as event_id, e.key as event_key, e.title as event_title,
       s.id as source_id, s.key as source_key, s.title as source_title,
       a.id as claimant_id, a.key as claimant_key, a.name as claimant_name,
       p.id as place_id, p.key as place_key, p.name as place_name,
       o.id as answers_id, o.key as answers_key
from unnest($dataset_ids::integer[], $ids::bigint[]) with ordinality as wanted (dataset_id, id, position)
join @claim c on c.dataset_id = wanted.dataset_id and c.id = wanted.id
join @dataset d on d.id = c.dataset_id
join @event e on e.dataset_id = c.dataset_id and e.id = c.event_id
join @source s on s.dataset_id = c.dataset_id and s.id = c.source_id
left join @actor a on a.dataset_id = c.dataset_id and a.id = c.claimant_id
left join @place p on p.dataset_id = c.dataset_id and p.id = c.place_id
left join @claim o on o.dataset_id = c.dataset_id and o.id = c.answers_id
order by wanted.position
limit 1000
