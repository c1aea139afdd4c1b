-- Staged events of the lines ($lines::bigint[]) are taken back.
delete from stage_event where line = any ($lines::bigint[])
