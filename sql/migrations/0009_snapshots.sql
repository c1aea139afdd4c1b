-- Of a snapshot, what a list tells without reading it. The hash is always that of the bytes.
alter table bundle_file
  add column sha256 bytea not null generated always as (sha256(content)) stored,
  add column timeline text collate "C",
  add column number integer check (number > 0),
  add column title text,
  add column entries integer;
