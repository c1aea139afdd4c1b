-- What is hidden from some: a claim is hidden with its event and its source, and finding them here is cheaper than looking
-- at each.
create index event_hidden on event (dataset_id, id) where until is null and visibility <> 'public';
create index source_hidden on source (dataset_id, id) where until is null and visibility <> 'public';
