-- A new key: its name, how it is looked up, the SHA-256 of its secret (hexadecimal), its role.
insert into service_key (name, prefix, secret_sha256, role)
values ($name, $prefix, decode($sha256, 'hex'), $role)
returning id
