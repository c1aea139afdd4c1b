-- The key that is looked up by $prefix, if it is valid now: what it may do, and the SHA-256 of its secret (hexadecimal).
select id, name, role, encode(secret_sha256, 'hex') as sha256
from service_key
where prefix = $prefix and revoked_at is null and (expires_at is null or expires_at > now())
