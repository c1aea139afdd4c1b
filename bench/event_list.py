"""A list in the 49 columns of UCDP's events, of any length: real rows (tests/data/ucdp), again and again, each time as others.

Texts, names and their order decide what indexes cost; invented words made even the flat table three times as dear.
"""
import csv
import gzip
import re
from datetime import date, timedelta

from stack import ROOT

REAL = ROOT / "tests/data/ucdp/ged-49col-62k.csv.gz"
DAYS_APART = 11
WHOLE = re.compile(r"^(-?\d+)\.0$")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class EventList:
    """The same count gives the same rows. Every repetition is later, of other articles, and every third at other places."""

    def __init__(self):
        with gzip.open(REAL, "rt", encoding="utf-8", newline="") as file:
            self.columns, *rows = csv.reader(file)
        # One release wrote its whole numbers as 1.0, which no integer of the flat table takes.
        self.rows = [[WHOLE.sub(r"\1", cell) for cell in row] for row in rows]
        self.at = {name: at for at, name in enumerate(self.columns)}
        self.later = {}

    def write(self, count, path):
        with open(path, "w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(self.columns)
            for begin in range(0, count, len(self.rows)):
                rows = self.rows[: count - begin]
                out.writerows(self.row(row, begin // len(self.rows), begin + n) for n, row in enumerate(rows))

    def shifted(self, day, repetition):
        key = (day, repetition)
        if key not in self.later:
            self.later[key] = (date.fromisoformat(day) + timedelta(days=DAYS_APART * repetition)).isoformat()
        return self.later[key]

    def row(self, real, repetition, number):
        row, at = list(real), self.at
        row[at["id"]] = str(number + 1)
        if repetition == 0:
            return row
        for name in ("date_start", "date_end"):
            row[at[name]] = self.shifted(row[at[name]][:10], repetition) + row[at[name]][10:]
        article = row[at["source_article"]]
        dated = DAY.sub(lambda day: self.shifted(day[0], repetition), article) if '"' in article else article
        row[at["source_article"]] = dated if dated != article else f"{article} {repetition}" if article else ""
        if repetition % 3 == 2:
            row[at["latitude"]] = f"{float(row[at['latitude']]) + 0.002 * repetition:.6f}"
        return row
