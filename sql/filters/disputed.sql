-- Only what may be disputed: the judgement on the claims is the domain's.
(select count(*) from @claim c where c.dataset_id = e.dataset_id and c.event_id = e.id) > 1
