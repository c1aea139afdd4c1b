exists (select from @claim c
        where c.dataset_id = e.dataset_id and c.event_id = e.id
          and ($source_ids::bigint[] is null or (c.dataset_id, c.source_id) in (
                select s.dataset_id, s.id from unnest($source_dataset_ids::integer[], $source_ids::bigint[]) as s (dataset_id, id)))
          and ($publisher_ids::bigint[] is null or (c.dataset_id, c.source_id) in (
                select s.dataset_id, s.id
                from unnest($publisher_dataset_ids::integer[], $publisher_ids::bigint[]) as s (dataset_id, id)))
          and ($claimant_ids::bigint[] is null or (c.dataset_id, c.claimant_id) in (
                select a.dataset_id, a.id
                from unnest($claimant_dataset_ids::integer[], $claimant_ids::bigint[]) as a (dataset_id, id)))
          and ($stances::text[] is null or c.stance = any ($stances::text[])))
