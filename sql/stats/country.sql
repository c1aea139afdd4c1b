home.country
