-- Run by the owner before the migrations: what the other roles may do with every table that comes.
do $$
begin
  grant usage on schema annals to annals_app, annals_read;
  alter default privileges in schema annals grant select, insert, update, delete on tables to annals_app;
  alter default privileges in schema annals grant usage, select, update on sequences to annals_app;
  alter default privileges in schema annals grant select on tables to annals_read;
  create table if not exists migration (
    number integer primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default clock_timestamp()
  );
end
$$
