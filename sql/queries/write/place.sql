-- A version of a place; $id null: of a new one.
insert into place (dataset_id, id, version, key, name, kind, country, within_id, location, precision, aliases, visibility,
                   attributes, note, created_at, since, change_id)
values ($dataset_id, coalesce($id::bigint, nextval('thing_id')), $version, $key, $name, $kind, $country, $within_id,
        $location, $precision, $aliases, $visibility, $attributes, $note, $created_at, $at, $change_id)
returning id
