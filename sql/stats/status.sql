e.status
