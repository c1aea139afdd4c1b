-- What the keys $keys::text[], each of the kind beside it in $kinds::text[], stand for in a dataset.
select case w.kind
         when 'actor' then (select t.id from actor t where t.dataset_id = $dataset_id::integer and t.key = w.key and t.until is null)
         when 'place' then (select t.id from place t where t.dataset_id = $dataset_id::integer and t.key = w.key and t.until is null)
         when 'source' then (select t.id from source t where t.dataset_id = $dataset_id::integer and t.key = w.key and t.until is null)
         when 'event' then (select t.id from event t where t.dataset_id = $dataset_id::integer and t.key = w.key and t.until is null)
         when 'claim' then (select t.id from claim t where t.dataset_id = $dataset_id::integer and t.key = w.key and t.until is null)
       end as id
from unnest($kinds::text[], $keys::text[]) with ordinality as w (kind, key, position)
order by w.position
