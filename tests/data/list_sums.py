#!/usr/bin/env python3
"""What an event list adds up to, without any code of Annals: list_sums.py PROFILE FILE prints `name value` lines."""
import csv
import gzip
import sys
import unicodedata

GDELT = {"key": 0, "date": 1, "actor1": 6, "actor2": 16}


def rows_of(profile, path):
    opened = gzip.open(path, "rt", newline="", encoding="utf-8-sig") if path.endswith(".gz") else open(
        path, newline="", encoding="utf-8-sig")
    with opened as file:
        if profile == "gdelt-events":
            for line in file:
                cells = line.rstrip("\n").split("\t")
                yield {name: cells[at] for name, at in GDELT.items()}
        else:
            yield from csv.DictReader(file)


def folded(name):
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def utc_day(text):
    return f"{text[:4]}-{text[4:6]}-{text[6:8]}"


# Of each list: the columns of its key, its actors and its numbers; its first and last day.
SHAPES = {
    "ucdp-ged": ("id", ("side_a", "side_b"), ("low", "best", "high"),
                 lambda row: (row["date_start"][:10], row["date_end"][:10])),
    "gdelt-events": ("key", ("actor1", "actor2"), None, lambda row: (utc_day(row["date"]),) * 2),
    "gdelt-sheet": ("Global_Event_ID", ("Actor_1_Name", "Actor_2_Name"), None, lambda row: (utc_day(row["Day"]),) * 2),
    "ucdp-prio-conflicts": ("RecordId", ("SideA", "SideB"), None,
                            lambda row: (row["Year"] + "-01-01", row["Year"] + "-12-31")),
    "ucdp-14-columns": ("id", ("side_a", "side_b"), ("low_death", "best_death", "high_death"),
                        lambda row: (f"{row['year']}-{int(row['month']):02}-{int(row['day']):02}",) * 2),
}


def main():
    csv.field_size_limit(1 << 30)
    profile, path = sys.argv[1:]
    key, names, numbers, days_of = SHAPES[profile]
    events, actors, days = {}, set(), []
    for row in rows_of(profile, path):
        if row.get("date_start", "").startswith("#"):
            continue  # tags of the humanitarian exchange language
        low, best, high = [int(float(row[name])) for name in numbers] if numbers else (0, 0, 0)
        events[row[key].removesuffix(".0")] = (low, best, high)
        actors |= {folded(row[name]) for name in names}
        days += days_of(row)
    kept = [(low, high) for low, _, high in events.values() if low <= high]
    print("events", len(events))
    print("actors", len(actors - {""}))
    print("first", min(days))
    print("last", max(days))
    print("low", sum(low for low, _ in kept))
    print("best", sum(best for _, best, _ in events.values()))
    print("high", sum(high for _, high in kept))


if __name__ == "__main__":
    main()
