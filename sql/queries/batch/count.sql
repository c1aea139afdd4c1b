select (select count(*) from batch b where b.dataset_id = d.dataset_id) as count,
       exists (select from dataset where id = d.dataset_id) as is_there
from dataset_known d where d.key = $key
