-- A version of a claim; $id null: of a new one.
insert into claim (dataset_id, id, version, key, event_id, source_id, claimant_id, stance, said, date, first_day, last_day,
                   place_id, status, quantities, gist, quote, language, locator, answers_id, credibility, search,
                   visibility, attributes, note, created_at, since, change_id)
values ($dataset_id, coalesce($id::bigint, nextval('thing_id')), $version, $key, $event_id, $source_id, $claimant_id,
        $stance, $said, $date, $first_day, $last_day, $place_id, $status, $quantities, $gist, $quote, $language, $locator,
        $answers_id, $credibility, to_tsvector('simple', $search_text), $visibility, $attributes, $note, $created_at, $at,
        $change_id)
returning id
