"""Reads the files of a folder that a test has filled with programs that others wrote; exits with 1 for what they refuse."""
import json
import pathlib
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree
import zipfile

import docx
import feedparser
import icalendar
import networkx
import openpyxl

folder = pathlib.Path(sys.argv[1])
events = json.loads((folder / "timeline.json").read_bytes())["entries"]
keys = {each["event"]["dataset"] + "/" + each["event"]["key"] for each in events}
faults = []


def expect(truth, what):
    if not truth:
        faults.append(what)


def check_calendar():
    calendar = icalendar.Calendar.from_ical((folder / "timeline.ics").read_bytes())
    parts = [each for each in calendar.walk() if each.name in ("VEVENT", "VJOURNAL")]
    expect({str(each["UID"]).split("event/")[-1] for each in parts} == keys, "icalendar: the entries differ")
    titles = {each["event"]["dataset"] + "/" + each["event"]["key"]: each["event"]["title"] for each in events}
    for each in parts:
        expect(not each.errors, f"icalendar: {each.errors}")
        expect(titles.get(str(each["UID"]).split("event/")[-1]) == str(each["SUMMARY"]), f"icalendar: {each['SUMMARY']}")
        if each.name == "VEVENT" and "DTEND" in each:
            expect(each["DTSTART"].dt < each["DTEND"].dt, f"icalendar: {each['UID']} ends before it begins")


def check_graph():
    graph = networkx.read_graphml(folder / "timeline.graphml")
    nodes = graph.nodes(data=True)
    told = {name.removeprefix("event/") for name, node in nodes if node.get("in_timeline")}
    expect(told == keys, "networkx: the events differ")
    expect(all("label" in node and "kind" in node for _, node in nodes), "networkx: a node that nothing describes")
    participants = sum(len({(one["actor"], one["role"]) for one in each["event"]["participants"]}) for each in events)
    relations = sum(len(each["relations"]) for each in events)
    expect(graph.number_of_edges() == participants + relations, "networkx: the edges differ")


def check_workbook():
    header, *rows = openpyxl.load_workbook(folder / "timeline.xlsx").active.iter_rows(values_only=True)
    told = [dict(zip(header, row)) for row in rows]
    expect([each["n"] for each in told] == list(range(1, len(events) + 1)), "openpyxl: the rows are not numbered")
    for row, entry in zip(told, events):
        event = entry["event"]
        date = event["date"] and event["date"]["edtf"]
        expect((row["key"], row["title"], row["date"]) == (event["key"], event["title"], date), f"openpyxl: {row}")


def check_lines():
    lines = [json.loads(line) for line in (folder / "timeline.ndjson").read_text().splitlines()]
    expect([each["event"]["key"] for each in lines if each["part"] == "entry"] == [each["event"]["key"] for each in events],
           "ndjson: the entries differ")
    expect(lines[-1]["part"] == "end" and lines[-1]["entries"] == len(events), "ndjson: its end does not count them")


def check_xml():
    for name in ("timeline.atom", "timeline.kml", "timeline.graphml"):
        read = subprocess.run(["xmllint", "--noout", "--nonet", str(folder / name)], capture_output=True, text=True)
        expect(read.returncode == 0, f"xmllint: {read.stderr}")


# What RFC 4287 asks of a feed (sections 4.1.1 and 4.1.2) stands in each part once.
def check_feed():
    feed = feedparser.parse((folder / "timeline.atom").read_bytes())
    expect(not feed.bozo, f"feedparser: {feed.get('bozo_exception')}")
    expect(feed.version == "atom10", f"feedparser: reads it as {feed.version}")
    titles = {"tag:annals,2026:event/" + each["event"]["dataset"] + "/" + each["event"]["key"]: each["event"]["title"] for each in events}
    expect({each.id: each.title for each in feed.entries} == titles, "feedparser: the entries differ")
    expect(len(feed.entries) == len(titles), "feedparser: an entry stands twice")
    for each in [feed.feed, *feed.entries]:
        expect(each.get("updated_parsed"), f"feedparser: when {each.get('id')} was updated is no date")
    expect(feed.feed.get("authors") and feed.feed.get("id") and feed.feed.get("title"), "feedparser: an author, id or title is missing")
    root = xml.etree.ElementTree.parse(folder / "timeline.atom").getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    for part in [root, *root.iter(atom + "entry")]:
        for name in ("id", "title", "updated"):
            expect(len(part.findall(atom + name)) == 1, f"Atom: {name} does not stand once")


# As OGC 07-147r2 has them: 16.1 coordinates, 15.1 times, which are xsd's.
def check_places():
    kml = "{http://www.opengis.net/kml/2.2}"
    document = xml.etree.ElementTree.parse(folder / "timeline.kml").getroot().find(kml + "Document")
    marks = document.findall(kml + "Placemark")
    expect([each.findtext(kml + "name") for each in marks] == [each["event"]["title"] for each in events], "KML: the entries differ")
    day = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\dZ)?)?)?$")
    order = ["name", "description", "TimeStamp", "TimeSpan", "ExtendedData", "Point"]
    for mark, entry in zip(marks, events):
        names = [each.tag.removeprefix(kml) for each in mark]
        expect(names == sorted(names, key=order.index), f"KML: {names} do not stand in the order of the schema")
        place = entry["event"].get("place") or {}
        expect(("Point" in names) == bool(place.get("point")), f"KML: the point of {mark.findtext(kml + 'name')}")
        for coordinates in mark.iter(kml + "coordinates"):
            longitude, latitude = (float(each) for each in coordinates.text.split(","))
            expect([longitude, latitude] == place["point"], f"KML: {coordinates.text} is not {place['point']}")
        for time in [*mark.iter(kml + "when"), *mark.iter(kml + "begin"), *mark.iter(kml + "end")]:
            expect(day.match(time.text), f"KML: {time.text} is no date")


def squeezed(text):
    return "".join(text.split())


titles_in_order = [squeezed(each["event"]["title"]) for each in events]


# python-docx leaves the links of a heading out, which are its footnotes.
def check_word():
    paragraphs = docx.Document(folder / "timeline.docx").paragraphs
    told = [squeezed(each.text) for each in paragraphs if each.style.name == "Heading 2"]
    expect(told == titles_in_order, f"python-docx: the entries differ: {told}")


def check_open_document():
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    with zipfile.ZipFile(folder / "timeline.odt") as parts:
        expect(parts.testzip() is None and parts.namelist()[0] == "mimetype", "ODT: the type does not stand first")
        content = xml.etree.ElementTree.fromstring(parts.read("content.xml"))
    told = [squeezed("".join(each.itertext())) for each in content.iter(text + "h") if each.get(text + "outline-level") == "2"]
    expect(len(told) == len(events), f"ODT: {len(told)} entries")
    for heading, title in zip(told, titles_in_order):
        expect(heading.startswith(title), f"ODT: {heading} is not {title}")


# What is written from the right comes out of a PDF in the order in which it is seen.
def check_pdf():
    read = subprocess.run(["pdftotext", str(folder / "timeline.pdf"), "-"], capture_output=True, text=True)
    expect(read.returncode == 0, f"pdftotext: {read.stderr}")
    told = squeezed(read.stdout)
    for title in titles_in_order:
        if all(unicodedata.bidirectional(each) not in ("R", "AL", "RLO", "RLE", "RLI") for each in title):
            expect(title in told, f"pdftotext: {title} is missing")


check_calendar()
check_feed()
check_graph()
check_lines()
check_open_document()
check_pdf()
check_places()
check_word()
check_workbook()
check_xml()
for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
