-- A version of an actor's relation; $id null: of a new one.
insert into actor_relation (dataset_id, id, version, key, actor_id, relation, other_dataset, other_key, date, first_day,
                            last_day, visibility, note, created_at, since, change_id)
values ($dataset_id, coalesce($id::bigint, nextval('thing_id')), $version, $key, $actor_id, $relation, $other_dataset,
        $other_key, $date, $first_day, $last_day, $visibility, $note, $created_at, $at, $change_id)
returning id
