(coalesce(e.quantities -> $quantity ->> 'high',
          case when not jsonb_exists(e.quantities -> $quantity, 'low') then e.quantities -> $quantity ->> 'best' end))::bigint
<= $bound::bigint
