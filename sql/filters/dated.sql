-- Whatever has a date sorts before the undated (domain/date_columns); the date itself is in no index.
e.sort_day < 2147483647
