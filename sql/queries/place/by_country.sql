-- The places of the countries $countries::text[] (ISO 3166-1 alpha-2).
select dataset_id, id from @place p where country = any ($countries::text[])
