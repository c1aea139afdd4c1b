-- A part of a thing: join the thing, whose view decides.
select * from event_participant where @held
