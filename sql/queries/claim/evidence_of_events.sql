-- Every claim of the events ($dataset_ids::integer[], $ids::bigint[]), side by side, with what its source means for it:
-- behind `republishes` the first of the chain.
with recursive wanted as (
  select w.dataset_id, w.id from unnest($dataset_ids::integer[], $ids::bigint[]) as w (dataset_id, id)
), said as (
  select c.*, s.key as source_key, s.title as source_title, s.published as source_published, s.published_from, s.public_by,
         s.reliability, s.republishes_id
  from wanted w
  join @claim c on c.dataset_id = w.dataset_id and c.event_id = w.id
  join @source s on s.dataset_id = c.dataset_id and s.id = c.source_id
), chain (dataset_id, source_id, original_id, step) as (
  -- Of most sources there is none: they republish nothing.
  select distinct dataset_id, source_id, republishes_id, 1 from said where republishes_id is not null
  union all
  select chain.dataset_id, chain.source_id, s.republishes_id, chain.step + 1
  from chain join @source s on s.dataset_id = chain.dataset_id and s.id = chain.original_id
  where s.republishes_id is not null and chain.step < 100
), original as (
  select distinct on (dataset_id, source_id) dataset_id, source_id, original_id
  from chain order by dataset_id, source_id, step desc
)
select c.dataset_id, c.id, d.key as dataset, c.key, c.stance, c.said, c.date, c.status, c.gist, c.quote, c.language,
       c.locator, c.credibility, c.visibility, c.attributes, c.note, c.version, c.created_at, c.since, c.quantities,
       e.id as event_id, e.key as event_key, e.title as event_title,
       c.source_id, c.source_key, c.source_title, c.source_published, c.published_from, c.public_by, c.reliability,
       coalesce(original.original_id, c.source_id) as original_id,
       a.id as claimant_id, a.key as claimant_key, a.name as claimant_name,
       p.id as place_id, p.key as place_key, p.name as place_name,
       o.id as answers_id, o.key as answers_key
from said c
join @dataset d on d.id = c.dataset_id
join @event e on e.dataset_id = c.dataset_id and e.id = c.event_id
left join original on original.dataset_id = c.dataset_id and original.source_id = c.source_id
left join @actor a on a.dataset_id = c.dataset_id and a.id = c.claimant_id
left join @place p on p.dataset_id = c.dataset_id and p.id = c.place_id
left join @claim o on o.dataset_id = c.dataset_id and o.id = c.answers_id
order by c.dataset_id, c.event_id, c.key
