-- A version of a saved timeline; $id null: of a new one.
insert into timeline (dataset_id, id, version, key, title, introduction, query, pins, excludes, notes, sections, language,
                      visibility, created_at, since, change_id)
values ($dataset_id, coalesce($id::bigint, nextval('thing_id')), $version, $key, $title, $introduction, $query, $pins,
        $excludes, $notes, $sections, $language, $visibility, $created_at, $at, $change_id)
returning id
