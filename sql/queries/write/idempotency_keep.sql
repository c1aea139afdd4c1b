-- Keeps an answer for a week.
with forgotten as (
  delete from idempotency where created_at < now() - interval '7 days'
)
insert into idempotency (key_id, key, request_sha256, status, location, etag, body)
values ($key_id, $key, decode($sha256, 'hex'), $status, $location, $etag, $body)
