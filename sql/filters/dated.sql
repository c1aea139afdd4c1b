e.date is not null
