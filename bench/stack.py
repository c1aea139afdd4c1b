"""The whole service as users run it, on a data folder of the bench's own, and its database as pgbench and psql reach it."""
import os
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ANNALS = ROOT / "build/release/annals"
READER = "annals_read"  # serves every GET, so it also runs the limits


class Failed(Exception):
    """What a program that we need complained of."""


def run(command, **options):
    """Its standard output; what it complains of is shown only where it fails."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise Failed(f"{Path(command[0]).name}: {done.stderr.strip()[-2000:]}")
    return done.stdout


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Database:
    def __init__(self, data):
        self.environment = {**os.environ, "PGHOST": str(data / "socket"), "PGDATABASE": "annals"}

    def ask(self, sql, user="annals_admin"):
        return run(["psql", "-XAtqv", "ON_ERROR_STOP=1", "-c", sql], env={**self.environment, "PGUSER": user}).strip()


class Memory:
    """Of one process, from the kernel, in MiB."""

    def __init__(self, pid):
        self.folder = Path(f"/proc/{pid}")

    def _of(self, name):
        line = next(line for line in (self.folder / "status").read_text().splitlines() if line.startswith(name))
        return int(line.split()[1]) / 1024

    def now(self):
        return self._of("VmRSS")

    def forget_peak(self):
        (self.folder / "clear_refs").write_text("5")

    def peak(self):
        return self._of("VmHWM")


class Service:
    """`annals serve` with its PostgreSQL and nginx."""

    def __init__(self, data):
        self.data = data
        self.log = data.parent / "serve.log"
        self.front = f"127.0.0.1:{free_port()}"
        self.socket = str(data / "service.sock")
        self.database = Database(data)
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                [ANNALS, "serve", "--data", data, "--listen", self.front], stdout=log, stderr=subprocess.STDOUT
            )
        self.memory = Memory(self.process.pid)
        while "answers at" not in self.log.read_text():
            if self.process.poll() is not None:
                raise Failed(f"annals serve ended: {self.log.read_text()[-2000:]}")
            time.sleep(0.05)

    def new_key(self):
        """For changes."""
        return run([ANNALS, "key", "create", "--data", self.data, "--name", "bench"]).split()[-1]

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


@contextmanager
def serving(data):
    service = Service(data)
    try:
        yield service
    finally:
        service.stop()


def load(events, folder, seed):
    """A data folder with that many events; what an earlier run left there is used again. Returns it and how it came to be."""
    data, done = folder / "data", folder / "loaded"
    if done.exists():
        return data, f"loaded before: {done.read_text()}"
    bundle = folder / "bundle"
    begun = time.monotonic()
    run([ROOT / "bench/generate", events, bundle, "--seed", seed])
    made = time.monotonic()
    run([ANNALS, "import", bundle, "--data", data])
    imported = time.monotonic()
    size = sum(file.stat().st_size for file in bundle.iterdir()) / (1 << 20)
    told = f"{events:,} events ({size:,.0f} MiB) made in {made - begun:.0f} s, imported in {imported - made:.0f} s"
    run(["rm", "-r", bundle])
    done.write_text(told)
    return data, told
