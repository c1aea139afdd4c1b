-- Its first day. Reckoned 10,000 years later, which are whole weeks and leap cycles: SQL's dates begin in 4713 BC.
date_trunc('month', (date '11970-01-01' + e.start_earliest)::timestamp)::date - date '11970-01-01'
