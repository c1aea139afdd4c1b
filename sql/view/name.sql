-- A part of a thing: join the thing, whose view decides.
select * from name where @held
