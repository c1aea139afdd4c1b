"""What is measured on one data folder."""
import statistics
import subprocess
import time

import load
from peer import peer
from stack import READER, ROOT, Failed
from statements import record, told_by
from targets import KINDS, Targets

CLIENTS = (1, 8)
TARGETS = 100  # of a round, fewer of what is slow; pgbench takes at most 128 scripts
MEMORY_MAX = 64
LONG = 100_000  # entries of a timeline that streams
LONG_FORMS = ("csv", "html", "ndjson")
# Of the p50 with one client at most so many times the limit's, of the rate with eight at least so much.
BARS = {
    ("page", "through nginx", 1): {"most": 2},
    ("page", "through nginx", 8): {"least": 0.3},
    ("page", "without nginx", 8): {"least": 0.5},
    ("timeline", "through nginx", 1): {"most": 2},
}


class Bench:
    def __init__(self, service, world, events, given, report):
        self.service, self.events, self.given, self.report = service, events, given, report
        self.targets = Targets(world, events, given.seed)
        self.memory = [("idle, just started", service.memory.now())]

    def all(self):
        """Returns the figures through nginx with one client, by kind."""
        kinds = [kind for kind in KINDS if kind in self.given.only]
        with told_by(self.service.database):
            rounds = {kind: [self.prepare(kind) for _ in range(self.given.rounds)] for kind in kinds}
        self.report.table(
            "Requests against the bare statements through pgbench",
            ["what", "clients", "p50, ms", "p99, ms", "a second", "bare p50", "bare p99", "bare a second", "p50 / bare",
             "rate / bare", "bar", "kept"],
        )
        alone = {}
        for kind in kinds:
            self.service.memory.forget_peak()
            for clients in CLIENTS:
                figures = self.compare(kind, rounds[kind], clients)
                if clients == 1:
                    alone[kind] = figures
            self.memory.append((f"peak in: {KINDS[kind]}", self.service.memory.peak()))
        if "peer" in self.given.only:
            self.against_peer()
        if "export" in self.given.only:
            self.exports()
        if "long" in self.given.only:
            self.long_timelines()
        self.tell_memory()
        return alone

    def prepare(self, kind):
        """The requests of a round, and their bare statements."""
        targets = [getattr(self.targets, kind)() for _ in range(TARGETS)]
        scripts = record(self.service, targets, self.given.seconds)
        return targets[: len(scripts)], scripts

    def compare(self, kind, rounds, clients):
        ways = {"through nginx": self.service.front, "without nginx": self.service.socket}
        measured = {way: [] for way in (*ways, "bare")}
        for targets, bare in rounds:
            for way, address in ways.items():
                measured[way].append(load.ask(address, targets, clients, self.given.seconds))
            measured["bare"].append(load.pgbench(self.service.database, bare, clients, self.given.seconds))
        figures = {way: load.median(rounds) for way, rounds in measured.items()}
        limit = figures["bare"]
        for way in ways:
            ours = figures[way]
            slower, share = ours.p50 / limit.p50, ours.rate / limit.rate
            bar = self.report.bar(slower if clients == 1 else share, **BARS.get((kind, way, clients), {}))
            self.report.row(f"{KINDS[kind]}, {way}", clients, ours.p50, ours.p99, ours.rate, limit.p50, limit.p99, limit.rate,
                            slower, share, *bar)
        return figures["through nginx"]

    def against_peer(self):
        """The page, with eight clients, both behind an nginx of the same configuration."""
        ours, theirs = [], []
        with peer(self.service) as address:
            for _ in range(self.given.rounds):
                targets = [self.targets.page() for _ in range(TARGETS)]
                ours.append(load.ask(self.service.front, targets, 8, self.given.seconds))
                theirs.append(load.ask(address, targets, 8, self.given.seconds))
        ours, theirs = load.median(ours), load.median(theirs)
        self.report.table("The page beside fastify and pg, 8 clients", ["what", "p50, ms", "p99, ms", "a second", "bytes", "bar", "kept"])
        self.report.row("Annals", ours.p50, ours.p99, ours.rate, ours.bytes, "", "")
        self.report.row("fastify", theirs.p50, theirs.p99, theirs.rate, theirs.bytes, "", "")
        times = ours.rate / theirs.rate
        self.report.row("times as fast", theirs.p50 / ours.p50, theirs.p99 / ours.p99, times, "", *self.report.bar(times, least=2))

    def exports(self):
        self.report.table(
            f"Export of all {self.events:,} events through nginx, against COPY of one SELECT with the same columns",
            ["what", "s", "events a second", "MiB a second", "COPY, s", "events a second", "rate / COPY", "bar", "kept"],
        )
        for form in ("csv", "ndjson"):
            self.service.memory.forget_peak()
            try:
                self.export(form)
            except Failed as failure:
                self.report.row(form, *[""] * 6, *self.report.failure(failure))
            self.memory.append((f"peak in: export as {form}", self.service.memory.peak()))

    def export(self, form):
        ours, theirs = [], []
        for _ in range(min(3, self.given.rounds)):
            ours.append(load.ask(self.service.front, [f"/v1/events.{form}?dataset=bench"], 1, 0))
            theirs.append(self.copy(form))
        size, taken, limit = ours[0].bytes, 1 / load.median(ours).rate, statistics.median(theirs)
        share = limit / taken
        self.report.row(form, taken, self.events / taken, size / taken / (1 << 20), limit, self.events / limit, share,
                        *self.report.bar(share, least=0.5))

    def copy(self, form):
        """The seconds that COPY takes to give everything to psql, which throws it away."""
        select = (ROOT / f"bench/sql/export_{form}.sql").read_text()
        options = "with (format csv, header)" if form == "csv" else ""
        begun = time.monotonic()
        subprocess.run(
            ["psql", "-XAtqv", "ON_ERROR_STOP=1", "-c", f"set search_path = annals; copy ({select}) to stdout {options}"],
            env={**self.service.database.environment, "PGUSER": READER}, stdout=subprocess.DEVNULL, check=True,
        )
        return time.monotonic() - begun

    def long_timelines(self):
        first = self.service.database.ask(
            f"select date '1970-01-01' + sort_day from annals.event order by sort_day desc offset {LONG - 1} limit 1")
        self.report.table(
            f"A timeline of {LONG:,} entries and more, with claims and footnotes, through nginx",
            ["what", "s", "MiB", "peak above idle, MiB", "bar", "kept"],
        )
        for form in LONG_FORMS:
            idle = self.service.memory.now()
            self.service.memory.forget_peak()
            begun = time.monotonic()
            answer = load.ask(self.service.front, [f"/v1/timeline.{form}?dataset=bench&from={first}"], 1, 0)
            above = self.service.memory.peak() - idle
            self.report.row(form, time.monotonic() - begun, answer.bytes / (1 << 20), above, *self.report.bar(above, most=MEMORY_MAX))

    def tell_memory(self):
        self.report.table("Memory of the service (the process annals), MiB", ["when", "MiB", "bar", "kept"])
        for when, mebibytes in self.memory:
            self.report.row(when, mebibytes, *self.report.bar(mebibytes, most=MEMORY_MAX))
