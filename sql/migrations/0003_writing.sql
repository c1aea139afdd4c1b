-- Versions that ended: for numbering on a key that was deleted, for history, and for how things stood then.
create index actor_past on actor (dataset_id, key, version) where until is not null;
create index place_past on place (dataset_id, key, version) where until is not null;
create index source_past on source (dataset_id, key, version) where until is not null;
create index event_past on event (dataset_id, key, version) where until is not null;
create index claim_past on claim (dataset_id, key, version) where until is not null;
create index actor_relation_past on actor_relation (dataset_id, key, version) where until is not null;
create index timeline_past on timeline (dataset_id, key, version) where until is not null;

-- Everything in the order of its change: what a follower reads.
create index actor_change on actor (dataset_id, change_id, id);
create index place_change on place (dataset_id, change_id, id);
create index source_change on source (dataset_id, change_id, id);
create index event_change on event (dataset_id, change_id, id);
create index claim_change on claim (dataset_id, change_id, id);
create index actor_relation_change on actor_relation (dataset_id, change_id, id);
create index timeline_change on timeline (dataset_id, change_id, id);

-- Who uses what, beside what the filters have an index for already.
create index claim_place on claim (dataset_id, place_id) where until is null and place_id is not null;
create index source_republishes on source (dataset_id, republishes_id)
  where until is null and republishes_id is not null;

-- A change may be of a key that was deleted: its name stays, its secret is nobody's to read.
create view key_holder as select id, name from service_key;

-- The first answer to a POST with an Idempotency-Key, for whoever repeats it. An instance table.
create table idempotency (
  key_id integer not null,
  key text collate "C" not null check (length(key) between 1 and 255),
  request_sha256 bytea not null check (length(request_sha256) = 32),
  status smallint not null,
  location text,
  etag text,
  body text not null,
  created_at timestamptz not null default now(),
  primary key (key_id, key)
);
create index idempotency_age on idempotency (created_at);
revoke select on idempotency from annals_read;

-- Files of a bundle that are kept as they came: mappings.json and snapshots/.
create table bundle_file (
  dataset_id integer not null,
  path text collate "C" not null check (length(path) <= 200),
  content bytea not null,
  change_id bigint not null,
  primary key (dataset_id, path)
);

-- How long an event may last, in classes: 0 a day, 1 up to a month, 2 up to a year, 3 longer, or without a known start.
-- What overlaps a window begins in it or, by its class, not long before; the few that last have an index of their own.
create function span_class(sort_day integer, sort_last integer, start_earliest integer) returns smallint
language sql immutable parallel safe
return case when start_earliest is null or sort_last::bigint - sort_day > 366 then 3
            when sort_last::bigint - sort_day > 31 then 2
            when sort_last > sort_day then 1
            else 0 end;
-- Both in the order of a list, with all beside that a list's filters by date and type ask for: it reads nothing else.
create index event_lasting on event
  (dataset_id, span_class(sort_day, sort_last, start_earliest), sort_day, sort_last, sort_instant, key)
  include (id, type, visibility, start_earliest, end_latest, date_members)
  where until is null and span_class(sort_day, sort_last, start_earliest) > 0;
-- Counts by type and time read this index alone, a tenth of the table.
drop index event_by_type;
create index event_by_type on event (dataset_id, type, sort_day, sort_last, sort_instant, key)
  include (id, visibility, start_earliest, end_latest, date_members) where until is null;

-- The words of names, as the words of events are found.
create index name_words on name using gin (to_tsvector('simple', folded))
  where until is null and kind in ('actor', 'place');
