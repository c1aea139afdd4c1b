-- Whether what $from lies within, republishes or answers (by $kind: place, source, claim) leads to $id.
with recursive chain (id) as (
  select $from::bigint
  union
  select case $kind
           when 'place' then (select t.within_id from place t where t.dataset_id = $dataset_id::integer and t.id = chain.id and t.until is null)
           when 'source' then (select t.republishes_id from source t where t.dataset_id = $dataset_id::integer and t.id = chain.id and t.until is null)
           when 'claim' then (select t.answers_id from claim t where t.dataset_id = $dataset_id::integer and t.id = chain.id and t.until is null)
         end
  from chain where chain.id is not null
)
select exists (select from chain where id = $id::bigint) as leads
