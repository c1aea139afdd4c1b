-- A version of a source; $id null: of a new one.
insert into source (dataset_id, id, version, key, kind, title, title_translated, publisher, author, url, archived_url,
                    published, accessed, published_from, public_by, language, reliability, republishes_id, visibility,
                    attributes, note, created_at, since, change_id)
values ($dataset_id, coalesce($id::bigint, nextval('thing_id')), $version, $key, $kind, $title, $title_translated,
        $publisher, $author, $url, $archived_url, $published, $accessed, $published_from, $public_by, $language,
        $reliability, $republishes_id, $visibility, $attributes, $note, $created_at, $at, $change_id)
returning id
