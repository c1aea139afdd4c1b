-- Run by the owner after a bulk load: until every page is known to be visible to all, an index that holds all that a list
-- asks for spares nothing, and the first hours of a large dataset are slow.
vacuum (skip_locked) annals.actor, annals.place, annals.source, annals.event, annals.event_participant, annals.claim, annals.name
