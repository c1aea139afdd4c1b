(e.date_members is null and e.sort_day < 2147483647
  and ($last::integer is null or e.start_earliest is null or e.start_earliest <= $last::integer)
  and ($first::integer is null or e.end_latest is null or e.end_latest >= $first::integer)
 or exists (select from generate_series(1, cardinality(e.date_members), 4) i
            where ($last::integer is null or e.date_members[i] is null or e.date_members[i] <= $last::integer)
              and ($first::integer is null or e.date_members[i + 1] is null or e.date_members[i + 1] >= $first::integer)))
