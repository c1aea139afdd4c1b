exists (select from @place p
        where p.dataset_id = e.dataset_id and p.id = e.place_id and p.location[1] between $south::float8 and $north::float8
          and case when $west::float8 <= $east::float8 then p.location[0] between $west::float8 and $east::float8
                   else p.location[0] >= $west::float8 or p.location[0] <= $east::float8 end)
