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


def main():
    csv.field_size_limit(1 << 30)
    profile, path = sys.argv[1:]
    events, actors, days = {}, set(), []
    for row in rows_of(profile, path):
        if profile == "gdelt-events":
            events[row["key"]] = {}
            actors |= {folded(row[name]) for name in ("actor1", "actor2")}
            day = row["date"]
            days.append(f"{day[:4]}-{day[4:6]}-{day[6:]}")
            continue
        if row["date_start"].startswith("#"):
            continue
        events[row["id"].removesuffix(".0")] = {
            name: int(float(row[name])) for name in ("low", "best", "high")}
        actors |= {folded(row[name]) for name in ("side_a", "side_b")}
        days += [row["date_start"][:10], row["date_end"][:10]]
    kept = [e for e in events.values() if e and e["low"] <= e["high"]]
    print("events", len(events))
    print("actors", len(actors - {""}))
    print("first", min(days))
    print("last", max(days))
    print("best", sum(e.get("best", 0) for e in events.values()))
    print("low", sum(e["low"] for e in kept))
    print("high", sum(e["high"] for e in kept))


if __name__ == "__main__":
    main()
