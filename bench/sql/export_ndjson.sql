-- The members of an event in JSON, but those of `date` that say how it was written, and `disputed`, which no SELECT can tell.
select json_build_object(
  'dataset', d.key, 'key', e.key, 'title', e.title, 'description', e.description, 'type', e.type, 'status', e.status,
  'date', json_build_object(
    'edtf', e.date,
    'start', json_build_object('earliest', date '1970-01-01' + e.start_earliest, 'latest', date '1970-01-01' + e.start_latest),
    'end', json_build_object('earliest', date '1970-01-01' + e.end_earliest, 'latest', date '1970-01-01' + e.end_latest)),
  'place', json_build_object('key', p.key, 'name', p.name, 'point', array[p.location[0], p.location[1]],
                             'precision', p.precision, 'country', p.country),
  'participants', part.list, 'quantities', e.quantities, 'tags', e.tags, 'attributes', e.attributes, 'note', e.note,
  'visibility', e.visibility,
  'claim_count', (select count(*) from claim c where c.dataset_id = e.dataset_id and c.event_id = e.id and c.until is null
                                                 and c.visibility = 'public'),
  'version', e.version, 'created_at', e.created_at, 'updated_at', e.since)
from event e
join dataset d on d.id = e.dataset_id
left join place p on p.dataset_id = e.dataset_id and p.id = e.place_id and p.until is null and p.visibility = 'public'
left join lateral (
  select json_agg(json_build_object('role', ep.role, 'actor', a.key, 'name', a.name) order by ep.position) as list
  from event_participant ep
  join actor a on a.dataset_id = ep.dataset_id and a.id = ep.actor_id and a.until is null and a.visibility = 'public'
  where ep.dataset_id = e.dataset_id and ep.event_id = e.id and ep.until is null
) part on true
where e.until is null and e.visibility = 'public'
order by e.sort_day, e.sort_last, e.sort_instant, e.key
