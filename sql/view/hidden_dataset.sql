-- What is hidden now is not shown by looking back.
exists (select from dataset hidden where hidden.id = dataset.id and hidden.visibility not in /* words */)
