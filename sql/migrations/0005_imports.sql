-- The id of every key that a dataset has or had, or will have: the import that makes a dataset stands before it does.
create table dataset_known (
  dataset_id integer primary key,
  key word_key not null unique
);
insert into dataset_known (dataset_id, key)
select distinct on (key) id, key
from (select id, key, version from dataset union all select id, key, version from dataset_past) known
order by key, version desc;

alter table batch
  add dry_run boolean not null default false,
  add on_error text not null default 'abort' check (on_error in ('abort', 'skip')),
  add missing text not null default 'keep' check (missing in ('keep', 'delete')),
  add encoding text,
  add delimiter text,
  add date_order text,
  add bytes_total bigint not null default 0,
  add bytes_read bigint not null default 0,
  add started_at timestamptz,
  -- Who sent it, and why; null: the command line.
  add key_id integer,
  add reason long_text,
  -- Why it failed: a name of api/problems.md, and what it says for people.
  add problem text,
  add detail text,
  -- What its merge wrote; null: nothing, or not yet.
  add change_id bigint,
  -- The program that runs it, as an advisory lock that it holds for as long as it lives.
  add owner bigint,
  -- Whoever runs it is to stop.
  add stopping boolean not null default false,
  -- The columns of its file, where it is one.
  add header text[];
create index batch_open on batch (owner) where state in ('queued', 'running');
create index change_batch on change (dataset_id, batch) where batch is not null;

-- What was found in a batch's file: one row for each fault and each warning.
create table batch_row (
  dataset_id integer not null,
  number integer not null,
  file text collate "C" not null,  -- of a bundle, else empty
  line integer not null,           -- 0: of the file as a whole
  position integer not null,       -- in the order in which they were found
  severity text not null check (severity in ('error', 'warning')),
  field text not null,
  code text not null,
  message text not null,
  -- The row as it stood, with the first of what was found in it.
  cells text[],
  primary key (dataset_id, number, file, line, position)
);

-- What a file of a bundle was before a batch replaced it; null: it was not there. An undo puts it back.
create table batch_file (
  dataset_id integer not null,
  number integer not null,
  path text collate "C" not null,
  content bytea,
  primary key (dataset_id, number, path)
);

update batch set change_id = c.id from change c where c.dataset_id = batch.dataset_id and c.batch = batch.number;
