-- The first answer to a request with this key.
select encode(request_sha256, 'hex') as sha256, status, location, etag, body
from idempotency where key_id = $key_id and key = $key
