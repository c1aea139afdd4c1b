e.start_earliest
