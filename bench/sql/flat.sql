-- The limit of an import: UCDP's rows as they are in one table, and what a reader of it needs to ask what our lists answer:
-- one event, a time, a type or a country in time, a side in time, what overlaps a window, a box, words, a name by a part of it.
drop table if exists flat;
create table flat (
  id integer, relid text, year smallint, active_year smallint, code_status text, type_of_violence smallint,
  conflict_dset_id text, conflict_new_id integer, conflict_name text, dyad_dset_id text, dyad_new_id integer,
  dyad_name text, side_a_dset_id text, side_a_new_id integer, side_a text, side_b_dset_id text, side_b_new_id integer,
  side_b text, number_of_sources integer, source_article text, source_office text, source_date text,
  source_headline text, source_original text, where_prec smallint, where_coordinates text, where_description text,
  adm_1 text, adm_2 text, latitude double precision, longitude double precision, geom_wkt text, priogrid_gid integer,
  country text, country_id integer, region text, event_clarity smallint, date_prec smallint, date_start timestamp,
  date_end timestamp, deaths_a integer, deaths_b integer, deaths_civilians integer, deaths_unknown integer,
  best integer, high integer, low integer, gwnoa text, gwnob text
);
create unique index flat_id on flat (id);
create index flat_date on flat (date_start, date_end, id);
create index flat_type on flat (type_of_violence, date_start, id);
create index flat_country on flat (country_id, date_start, id);
create index flat_side_a on flat (side_a_new_id, date_start, id);
create index flat_side_b on flat (side_b_new_id, date_start, id);
create index flat_period on flat using gist (tsrange(date_start, date_end, '[]'));
create index flat_box on flat using gist (point(longitude, latitude));
create index flat_words on flat using gin (
  to_tsvector('simple', coalesce(dyad_name, '') || ' ' || coalesce(where_coordinates, '') || ' ' || coalesce(source_article, '')));
create index flat_names on flat using gin (side_a annals.gin_trgm_ops, side_b annals.gin_trgm_ops, where_coordinates annals.gin_trgm_ops, source_article annals.gin_trgm_ops);
