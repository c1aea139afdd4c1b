e.type
