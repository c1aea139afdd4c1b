-- Run by whoever administers the database, before the migrations; running it again changes nothing.
-- annals_owner owns the schema, annals_app writes content, annals_read serves every GET and can change nothing.
do $$
begin
  if not exists (select from pg_roles where rolname = 'annals_owner') then create role annals_owner login; end if;
  if not exists (select from pg_roles where rolname = 'annals_app') then create role annals_app login; end if;
  if not exists (select from pg_roles where rolname = 'annals_read') then create role annals_read login; end if;
  -- The settings of a login; who comes as another user gives them with the connection (base/config).
  alter role annals_owner set search_path = annals;
  alter role annals_app set search_path = annals;
  alter role annals_app set statement_timeout = '60min';  -- an import; requests set their own limit
  alter role annals_app set lock_timeout = '10s';
  -- An import stages its file in temporary tables and joins them whole; both are taken only as they are needed.
  alter role annals_app set temp_buffers = '256MB';
  alter role annals_app set work_mem = '64MB';
  alter role annals_app set idle_in_transaction_session_timeout = '10min';
  alter role annals_read set search_path = annals;
  alter role annals_read set statement_timeout = '30s';
  alter role annals_read set lock_timeout = '5s';
  alter role annals_read set default_transaction_read_only = on;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant annals_owner, annals_app, annals_read to %I', current_user);
  end if;
  execute format('grant create, connect, temporary on database %I to annals_owner', current_database());
  execute format('grant connect, temporary on database %I to annals_app', current_database());
  execute format('grant connect on database %I to annals_read', current_database());
  if not exists (select from pg_namespace where nspname = 'annals') then
    create schema annals authorization annals_owner;
  end if;
end
$$
