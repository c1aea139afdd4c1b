-- What the service alone knows: the secret by which a cursor is known for its own. Two random UUIDs: 244 bits.
create table secret (
  name text primary key,
  value bytea not null
);
insert into secret (name, value)
values ('cursor', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

-- Kilometres along a great circle (the haversine) on a sphere of 6,371.0088 km, the IUGG's mean radius.
create function distance_km(a point, b point) returns double precision
language sql immutable strict parallel safe
return 2 * 6371.0088 * asin(least(1, sqrt(
  sind((b[1] - a[1]) / 2) ^ 2 + cosd(a[1]) * cosd(b[1]) * sind((b[0] - a[0]) / 2) ^ 2)));

-- After a bulk load the planner must know of it at once, and not when autovacuum comes by: without, an index that only
-- begins with the dataset looks as good as the right one. Only a table's owner may analyze it.
create function refresh_statistics() returns void
language plpgsql security definer set search_path = annals, pg_temp
as $$
begin
  analyze dataset, actor, place, source, name, event, event_participant, event_relation, actor_relation, claim;
end
$$;
revoke all on function refresh_statistics() from public;
grant execute on function refresh_statistics() to annals_app;
