(select array[named_in.key, named.key, named.name] from @actor named
 join @dataset named_in on named_in.id = named.dataset_id
 where named.dataset_id = counted.dataset_id and named.id = /* id */)
