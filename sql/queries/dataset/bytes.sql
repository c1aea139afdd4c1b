-- About how many bytes the rows of the dataset $dataset have, with its history and its imports, without indexes: as many rows
-- of each table as there are, each as long as the first thousand on average. 0 where there is none.
with own as (select dataset_id as id from dataset_known where key = $dataset), taken (rows, bytes) as (
  select count(*), (select avg(pg_column_size(t)) from (select * from actor where dataset_id = own.id limit 1000) t)
  from actor, own where dataset_id = own.id group by own.id
  union all
  select count(*), (select avg(pg_column_size(t)) from (select * from place where dataset_id = own.id limit 1000) t)
  from place, own where dataset_id = own.id group by own.id
  union all
  select count(*), (select avg(pg_column_size(t)) from (select * from source where dataset_id = own.id limit 1000) t)
  from source, own where dataset_id = own.id group by own.id
  union all
  select count(*), (select avg(pg_column_size(t)) from (select * from name where dataset_id = own.id limit 1000) t)
  from name, own where dataset_id = own.id group by own.id
  union all
  select count(*), (select avg(pg_column_size(t)) from (select * from event where dataset_id = own.id limit 1000) t)
  from event, own where dataset_id = own.id group by own.id
  union all
  select count(*), (select avg(pg_column_size(t)) from (select * from event_participant where dataset_id = own.id limit 1000) t)
  from event_participant, own where dataset_id = own.id group by own.id
  union all
  select count(*), (select avg(pg_column_size(t)) from (select * from event_relation where dataset_id = own.id limit 1000) t)
  from event_relation, own where dataset_id = own.id group by own.id
  union all
  select count(*), (select avg(pg_column_size(t)) from (select * from actor_relation where dataset_id = own.id limit 1000) t)
  from actor_relation, own where dataset_id = own.id group by own.id
  union all
  select count(*), (select avg(pg_column_size(t)) from (select * from claim where dataset_id = own.id limit 1000) t)
  from claim, own where dataset_id = own.id group by own.id
  union all
  select count(*), (select avg(pg_column_size(t)) from (select * from timeline where dataset_id = own.id limit 1000) t)
  from timeline, own where dataset_id = own.id group by own.id
  union all
  select count(*), (select avg(pg_column_size(t)) from (select * from batch_row where dataset_id = own.id limit 1000) t)
  from batch_row, own where dataset_id = own.id group by own.id
  union all
  select count(*), (select avg(pg_column_size(t)) from (select * from batch_file where dataset_id = own.id limit 1000) t)
  from batch_file, own where dataset_id = own.id group by own.id
  union all
  select count(*), (select avg(pg_column_size(t)) from (select * from bundle_file where dataset_id = own.id limit 1000) t)
  from bundle_file, own where dataset_id = own.id group by own.id
)
select coalesce(sum(rows * bytes), 0)::bigint as bytes from taken
