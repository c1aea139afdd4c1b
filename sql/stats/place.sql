seat.id
