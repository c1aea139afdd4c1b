, sum(amount.low) as low, count(amount.low) as low_given, sum(amount.best) as best, count(amount.best) as best_given,
  sum(amount.high) as high, count(amount.high) as high_given
