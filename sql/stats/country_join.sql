-- The country of a place is its own, else that of the nearest place around it that has one.
left join (
  with recursive climb as (
    select p.dataset_id, p.id, p.country, p.within_id from @place p
    union
    select climb.dataset_id, climb.id, around.country, around.within_id
    from climb
    join @place around on around.dataset_id = climb.dataset_id and around.id = climb.within_id
    where climb.country is null
  )
  select climb.dataset_id, climb.id, climb.country from climb where climb.country is not null
) home on home.dataset_id = e.dataset_id and home.id = e.place_id
