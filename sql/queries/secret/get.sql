-- A secret of the service, in hexadecimal.
select encode(value, 'hex') as value from secret where name = $name
