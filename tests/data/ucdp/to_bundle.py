"""A list of UCDP GED events as a bundle: to_bundle.py CSV FOLDER DATASET.

Every column is kept in the events' attributes; sides become actors, places and sources are made once each, and each event
has one claim by its source.
"""
import csv
import gzip
import hashlib
import json
import pathlib
import sys

source_path, folder, dataset = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
folder.mkdir(parents=True, exist_ok=True)
types = {"1": "violence.state_based", "2": "violence.non_state", "3": "violence.one_sided"}
precisions = {"1": "exact", "2": "near", "3": "district", "4": "province", "5": "region", "6": "country", "7": "sea"}


def clean(text, most):
    text = "".join(c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c in "\t\n" or ord(c) >= 32)
    return text.strip()[:most]


def whole(text):
    return str(int(float(text))) if text else ""


def key(letter, *parts):
    return letter + hashlib.sha1("|".join(parts).encode()).hexdigest()[:16]


def table(name, header, rows):
    with open(folder / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


opened = gzip.open(source_path, "rt", encoding="utf-8-sig", newline="") if source_path.endswith(".gz") else open(
    source_path, encoding="utf-8-sig", newline="")
actors, places, sources, events, claims = {}, {}, {}, {}, []
for row in csv.DictReader(opened):
    event = "ged-" + whole(row["id"])
    if event in events:
        continue
    sides = []
    for side, role in (("a", "side_a"), ("b", "side_b")):
        name = clean(row[f"side_{side}"], 500)
        if name:
            actor = "a" + whole(row[f"side_{side}_new_id"])
            actors.setdefault(actor, [actor, name, "state" if name.startswith("Government of") else "armed_group"])
            sides.append(f"{role}:{actor}")
    name = clean(row["where_coordinates"], 500) or "Unknown place"
    place = key("p", name, row["latitude"], row["longitude"])
    places.setdefault(place, [place, name, row["latitude"], row["longitude"], precisions.get(whole(row["where_prec"]), "unknown")])
    headline = clean(row["source_article"], 500) or "UCDP"
    source = key("s", headline)
    sources.setdefault(source, [source, "dataset" if headline == "UCDP" else "news", headline])
    start, end = row["date_start"][:10], row["date_end"][:10]
    low, best, high = (whole(row[c]) for c in ("low", "best", "high"))
    deaths = f"fatalities={best}" if int(low or 0) > int(high or 0) else f"fatalities={low}/{best}/{high}"
    title = clean(f"{row['dyad_name']}: {name}", 500)
    attributes = {c: clean(v, 60000) for c, v in row.items() if c and v}
    events[event] = [event, title, types.get(whole(row["type_of_violence"]), "violence"), "occurred",
                     start if start == end else f"{start}/{end}", place, "|".join(sides), deaths,
                     json.dumps(attributes, ensure_ascii=False)]
    claims.append(["c-" + event, event, source, "asserts", deaths])
(folder / "dataset.json").write_text(json.dumps({
    "key": dataset, "title": "UCDP GED", "licence": "CC-BY-4.0",
    "citation": "UCDP Georeferenced Event Dataset. Davies, Pettersson and Öberg; Sundberg and Melander 2013."}), encoding="utf-8")
table("actors.csv", ["key", "name", "kind"], actors.values())
table("places.csv", ["key", "name", "lat", "lon", "precision"], places.values())
table("sources.csv", ["key", "kind", "title"], sources.values())
table("events.csv", ["key", "title", "type", "status", "date", "place", "participants", "quantities", "attributes"], events.values())
table("claims.csv", ["key", "event", "source", "stance", "quantities"], claims)
