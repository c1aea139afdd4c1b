-- So that the planner knows at once of what came.
select refresh_statistics($changed::bigint)
