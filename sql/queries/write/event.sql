-- A version of an event; $id null: of a new one.
insert into event (dataset_id, id, version, key, title, description, type, status, date, start_earliest, start_latest,
                   end_earliest, end_latest, certain_start, certain_end, certain_start_open, certain_end_open,
                   date_members, sort_day, sort_last, sort_instant, place_id, quantities, tags, search, visibility,
                   attributes, note, created_at, since, change_id)
values ($dataset_id, coalesce($id::bigint, nextval('thing_id')), $version, $key, $title, $description, $type, $status,
        $date, $start_earliest, $start_latest, $end_earliest, $end_latest, $certain_start, $certain_end,
        $certain_start_open, $certain_end_open, $date_members, $sort_day, $sort_last, $sort_instant, $place_id,
        $quantities, $tags, to_tsvector('simple', $search_text), $visibility, $attributes, $note, $created_at, $at,
        $change_id)
returning id
