"""The import of a list of UCDP's shape against what its database alone can do with the same bytes."""
import http.client
import json
import shutil
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

from event_list import EventList
from load import ask
from stack import ROOT, Failed, run, serving
from targets import Targets

BARS = {"times": 2.2, "growth": 1.5, "again": 0.5, "memory": 150, "p99": 100}
FLAT = ROOT / "bench/sql/flat.sql"
PAGE_CLIENTS = 4
PAGE_SECONDS = 20


class Imports:
    def __init__(self, world, given, report):
        self.world, self.given, self.report = world, given, report
        self.list = EventList()
        self.row_cost = {}

    def measure(self, events, folder):
        """Of a service of its own, which is thrown away."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "list.csv"
        self.list.write(events, path)
        megabytes = path.stat().st_size / 1e6
        self.report.table(
            f"Import of {events:,} rows, {megabytes:,.0f} MB",
            ["what", "s", "rows a second", "MB a second", "times the limit", "peak MiB", "bar", "kept"],
        )

        def tell(what, seconds, limit, memory="", **bar):
            times = seconds / limit
            self.report.row(what, seconds, events / seconds, megabytes / seconds, times, memory, *self.report.bar(times, **bar))

        shutil.rmtree(folder / "imports", ignore_errors=True)
        with serving(folder / "imports") as service:
            self.key = service.new_key()
            limit = min(self.copy(service, path) for _ in range(2))
            tell("\\copy into one indexed table", limit, limit)
            if shutil.which("pgloader"):
                tell("pgloader into the same", self.pgloader(service, path), limit)
            service.memory.forget_peak()
            service.database.ask("drop table flat")
            first = self.send(service, "first", path)
            self.row_cost[events] = first / events
            tell("annals, over HTTP", first, limit, service.memory.peak(), most=BARS["times"])
            again = self.send(service, "first", path)
            tell("annals, the same file again", again, limit)
            meanwhile = self.others_meanwhile(service, events, path)
            self.report.table("The import beside others", ["what", "is", "bar", "kept"])
            for what, value, most in (
                ("the same file again, of the first time", again / first, BARS["again"]),
                ("peak of the service, MiB", service.memory.peak(), BARS["memory"]),
                *((what, p99, BARS["p99"] if during else None) for what, p99, during in meanwhile),
            ):
                self.report.row(what, value, *self.report.bar(value, most=most))
        shutil.rmtree(folder)

    def empty_table(self, service):
        """Returns the environment in which programs reach it."""
        environment = service.database.environment | {"PGUSER": "annals_admin"}
        run(["psql", "-Xqv", "ON_ERROR_STOP=1", "-f", FLAT], env=environment)
        service.database.ask("checkpoint")
        return environment

    def copy(self, service, path):
        environment = self.empty_table(service)
        begin = time.monotonic()
        run(["psql", "-Xqv", "ON_ERROR_STOP=1", "-c", f"\\copy flat from '{path}' csv header"], env=environment)
        return time.monotonic() - begin

    def pgloader(self, service, path):
        self.empty_table(service)
        socket = f"unix:{service.data / 'socket'}:5432"
        with tempfile.NamedTemporaryFile("w", suffix=".load") as command:
            command.write(
                f"LOAD CSV FROM '{path}' INTO postgresql://annals_admin@{socket}/annals?public.flat "
                "WITH skip header = 1, fields optionally enclosed by '\"', fields terminated by ',';\n"
            )
            command.flush()
            begin = time.monotonic()
            told = run(["pgloader", command.name])
            seconds = time.monotonic() - begin
        if int(service.database.ask("select count(*) from flat")) == 0:
            raise Failed(f"pgloader loaded nothing: {told[-500:]}")
        return seconds

    def send(self, service, dataset, path):
        """Seconds until the batch is done. Not those of writing what came before to the disk."""
        service.database.ask("checkpoint")
        begin = time.monotonic()
        host, port = service.front.split(":")
        connection = http.client.HTTPConnection(host, int(port), timeout=3600)
        target = f"/v1/datasets/{dataset}/imports"
        authorised = {"Authorization": f"Bearer {self.key}"}
        headers = {**authorised, "Content-Type": "text/csv", "Content-Length": str(path.stat().st_size)}
        with open(path, "rb") as body:
            connection.request("POST", target + "?profile=ucdp-ged", body=body, headers=headers)
            answer = connection.getresponse()
            batch = json.loads(answer.read())
        if answer.status != 202:
            raise Failed(f"{answer.status}: {batch}")
        while batch["state"] in ("queued", "running"):
            time.sleep(0.05)
            connection.request("GET", f"{target}/{batch['number']}", headers=authorised)
            batch = json.loads(connection.getresponse().read())
        if batch["state"] != "done":
            raise Failed(f"the import ended as {batch['state']}: {json.dumps(batch)[:500]}")
        return time.monotonic() - begin

    def others_meanwhile(self, service, events, path):
        """Their p99 in ms, alone and during an import: what, how much, whether during it."""
        targets = Targets(self.world, events, self.given.seed, dataset="first", types=("violence",))
        pages = [targets.page() for _ in range(200)]
        alone = ask(service.front, pages, PAGE_CLIENTS, PAGE_SECONDS)
        rounds = []
        with ThreadPoolExecutor(1) as other:
            importing = other.submit(self.send, service, "second", path)
            while not importing.done():
                rounds.append(ask(service.front, pages, PAGE_CLIENTS, PAGE_SECONDS).p99)
            importing.result()
        of = f"p99 of the pages of {PAGE_CLIENTS} other clients, ms,"
        return [
            (f"{of} alone", alone.p99, False),
            (f"{of} during an import, the median of rounds of {PAGE_SECONDS} s", statistics.median(rounds), True),
            (f"{of} during an import, the worst round", max(rounds), True),
        ]

    def tell_growth(self):
        least, most = min(self.row_cost), max(self.row_cost)
        if least == most:
            return
        times = self.row_cost[most] / self.row_cost[least]
        self.report.table("Cost of a row", ["from", "to", "times", "bar", "kept"])
        self.report.row(f"{least:,}", f"{most:,}", times, *self.report.bar(times, most=BARS["growth"]))
