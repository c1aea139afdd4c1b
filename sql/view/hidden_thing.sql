-- Who is hidden now is not shown by looking back.
exists (select from /* table */ hidden
        where hidden.dataset_id = /* table */.dataset_id and hidden.id = /* table */.id and hidden.until is null
          and hidden.visibility not in /* words */)
