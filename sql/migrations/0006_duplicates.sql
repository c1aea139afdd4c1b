-- The last day on which an event may have begun, as duplicates are looked for: of what lasts its first month, of what is
-- vague a year.
create function compared_last_day(sort_day integer, sort_last integer, start_latest integer) returns bigint
language sql immutable parallel safe
return least(greatest(start_latest, least(sort_last, sort_day::bigint + 31)), sort_day::bigint + 366);

-- Things that a person found to be two, so that they are not proposed again. The one with the smaller (dataset, id) is
-- the first.
create table distinct_pair (
  dataset_id integer not null,
  kind text not null check (kind in ('event', 'actor', 'place')),
  id bigint not null,
  other_dataset_id integer not null,
  other_id bigint not null,
  note long_text,
  decided_at timestamptz not null,
  -- Null: the command line.
  key_id integer,
  primary key (dataset_id, kind, id, other_dataset_id, other_id),
  check ((dataset_id, id) < (other_dataset_id, other_id))
);
create index distinct_pair_other on distinct_pair (other_dataset_id);
