(jsonb_exists(e.quantities, $quantity)
 and coalesce((coalesce(e.quantities -> $quantity ->> 'low',
                        case when not jsonb_exists(e.quantities -> $quantity, 'high') then e.quantities -> $quantity ->> 'best' end))::bigint
              <= $bound::bigint, true))
