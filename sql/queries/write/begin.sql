-- The dataset $key as a change finds it, and the change's number and instant: later than every one before.
select d.id as dataset_id, nextval('change_id') as change_id,
       greatest(clock_timestamp(),
                (select c.at + interval '1 microsecond' from change c where c.dataset_id = d.id
                 order by c.id desc limit 1)) as at
from dataset d
where d.key = $key
