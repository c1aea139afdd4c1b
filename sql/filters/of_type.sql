e.type = by.type
