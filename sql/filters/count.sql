-- How many events pass the filters. Composed by db/event_query.
with /* words */ found as (
  select e.id
  from unnest($dataset_ids::integer[], $dataset_keys::text[]) as d (id, key)
  join @event e on e.dataset_id = d.id
  where true /* filters */
)
select count(*) as total from found
