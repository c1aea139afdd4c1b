-- The columns of the service's list of events in CSV, but `disputed`, which no SELECT can tell.
select d.key as dataset, e.key, e.title, e.description, e.type, e.status, e.date, p.key as place, part.list as participants,
       (select string_agg(q.key || '=' || concat_ws('/', coalesce(q.value ->> 'low', ''), coalesce(q.value ->> 'best', ''),
                                                    coalesce(q.value ->> 'high', '')), '|')
        from jsonb_each(e.quantities) q) as quantities,
       array_to_string(e.tags, '|') as tags, e.visibility, e.attributes, e.note,
       date '1970-01-01' + e.start_earliest as earliest, date '1970-01-01' + e.end_latest as latest, p.name as place_name,
       p.location[1] as lat, p.location[0] as lon,
       (select count(*) from claim c where c.dataset_id = e.dataset_id and c.event_id = e.id and c.until is null
                                       and c.visibility = 'public') as claim_count
from event e
join dataset d on d.id = e.dataset_id
left join place p on p.dataset_id = e.dataset_id and p.id = e.place_id and p.until is null and p.visibility = 'public'
left join lateral (
  select string_agg(ep.role || ':' || a.key, '|' order by ep.position) as list
  from event_participant ep
  join actor a on a.dataset_id = ep.dataset_id and a.id = ep.actor_id and a.until is null and a.visibility = 'public'
  where ep.dataset_id = e.dataset_id and ep.event_id = e.id and ep.until is null
) part on true
where e.until is null and e.visibility = 'public'
order by e.sort_day, e.sort_last, e.sort_instant, e.key
