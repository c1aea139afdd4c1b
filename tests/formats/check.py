"""Reads the files of a folder that a test has filled with programs that others wrote; exits with 1 for what they refuse."""
import json
import pathlib
import subprocess
import sys

import icalendar
import networkx

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


def check_xml():
    for name in ("timeline.atom", "timeline.kml", "timeline.graphml"):
        read = subprocess.run(["xmllint", "--noout", "--nonet", str(folder / name)], capture_output=True, text=True)
        expect(read.returncode == 0, f"xmllint: {read.stderr}")


check_calendar()
check_graph()
check_xml()
for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
