e.tags && $tags::text[]
