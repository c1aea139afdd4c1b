// The page of events as fastify and pg give it: what a client could write in an afternoon, to compare with. It is asked for
// less than the service: only what begins within the dates, so that one index in the list's order serves.
import Fastify from 'fastify';
import pg from 'pg';

const day = (column) => `to_char(date '1970-01-01' + e.${column}, 'YYYY-MM-DD') as ${column}`;
const page = `
  select d.key as dataset, e.key, e.title, e.description, e.type, e.status, e.date, ${day('start_earliest')},
         ${day('start_latest')}, ${day('end_earliest')}, ${day('end_latest')}, e.quantities, e.tags, e.attributes, e.note,
         e.visibility, e.version, e.created_at, e.since, p.key as place, p.name as place_name, p.location[0] as lon,
         p.location[1] as lat, p.precision as place_precision, p.country,
         (select json_agg(json_build_object('role', r.role, 'actor', a.key, 'name', a.name) order by r.position)
          from event_participant r join actor a on a.dataset_id = r.dataset_id and a.id = r.actor_id and a.until is null
          where r.dataset_id = e.dataset_id and r.event_id = e.id and r.until is null) as participants,
         (select count(*)::int from claim c
          where c.dataset_id = e.dataset_id and c.event_id = e.id and c.until is null) as claim_count
  from event e
  join dataset d on d.id = e.dataset_id
  left join place p on p.dataset_id = e.dataset_id and p.id = e.place_id and p.until is null
  where d.key = $1 and e.until is null and e.visibility = 'public' and (e.type = $2 or starts_with(e.type, $2 || '.'))
    and e.sort_day between $3::date - date '1970-01-01' and $4::date - date '1970-01-01'
  order by e.sort_day, e.sort_last, e.sort_instant, e.key
  limit 51`;

const event = (r) => ({
  dataset: r.dataset, key: r.key, title: r.title, description: r.description, type: r.type, status: r.status,
  date: { edtf: r.date, start: { earliest: r.start_earliest, latest: r.start_latest },
          end: { earliest: r.end_earliest, latest: r.end_latest } },
  place: r.place && { key: r.place, name: r.place_name, point: [r.lon, r.lat], precision: r.place_precision, country: r.country },
  participants: r.participants ?? [], quantities: r.quantities, tags: r.tags, attributes: r.attributes, note: r.note,
  visibility: r.visibility, claim_count: r.claim_count, version: r.version, created_at: r.created_at, updated_at: r.since,
});

const pool = new pg.Pool({ max: 8, options: '-c search_path=annals' });
const app = Fastify();
app.get('/v1/events', async ({ query: { dataset, type, from, to } }) => {
  const { rows } = await pool.query({ name: 'page', text: page, values: [dataset, type, from, to] });
  return { items: rows.slice(0, 50).map(event), next: rows.length > 50 ? rows[49].key : null };
});
await app.listen({ path: process.argv[2] });
