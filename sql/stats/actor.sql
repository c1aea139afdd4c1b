part.actor_id
