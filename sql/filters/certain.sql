(e.date_members is null and e.date is not null
  and ($last::integer is null or e.certain_start_open or e.certain_start <= $last::integer)
  and ($first::integer is null or e.certain_end_open or e.certain_end >= $first::integer)
 or exists (select from generate_series(1, cardinality(e.date_members), 4) i
            where ($last::integer is null or e.date_members[i + 2] <= $last::integer)
              and ($first::integer is null or e.date_members[i + 3] >= $first::integer)))
