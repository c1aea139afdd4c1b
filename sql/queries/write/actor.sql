-- A version of an actor; $id null: of a new one.
insert into actor (dataset_id, id, version, key, name, kind, country, aliases, external_ids, visibility, attributes, note,
                   created_at, since, change_id)
values ($dataset_id, coalesce($id::bigint, nextval('thing_id')), $version, $key, $name, $kind, $country, $aliases,
        $external_ids, $visibility, $attributes, $note, $created_at, $at, $change_id)
returning id
