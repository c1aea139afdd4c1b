d.key
