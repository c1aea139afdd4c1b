"""Rounds of load: p50 and p99 in milliseconds and the rate a second, measured alike on either side."""
import json
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from stack import READER, ROOT, Failed, run
from statements import names_of

CLIENT = ROOT / "build/release/bench/bench_client"
WARM_UP = 0.3  # as in client.cpp; it also hides that pgbench prepares in each client's first transaction


@dataclass
class Figures:
    p50: float
    p99: float
    rate: float
    bytes: float = 0  # of an answer


def median(rounds):
    """The median of each figure by itself: other programs disturb single rounds."""
    return Figures(*(statistics.median(getattr(one, name) for one in rounds) for name in Figures.__dataclass_fields__))


def ask(address, targets, clients, seconds):
    """A round through HTTP. 0 seconds: one request for each client."""
    told = json.loads(run([CLIENT, address, clients, seconds], input="\n".join(targets)))
    return Figures(told["p50"], told["p99"], told["rate"], told["bytes"] / max(1, told["requests"]))


def pgbench(database, scripts, clients, seconds):
    """A round of the bare statements. At most 128 scripts."""
    with tempfile.TemporaryDirectory(prefix="annals-bench-") as folder:
        names = names_of(scripts)
        files = []
        for number, script in enumerate(scripts):
            path = Path(folder, f"{number}.sql")
            path.write_text(script.pgbench(names))
            files += ["-f", path]
        run(
            ["pgbench", "-n", "-M", "simple", "-D", "is_prepared=0", "-c", clients, "-j", min(clients, 2), "-T", round(seconds + 1),
             "-l", "--log-prefix", Path(folder, "log"), *files],
            env={**database.environment, "PGUSER": READER},
        )
        return read_log(Path(folder).glob("log.*"))


def read_log(files):
    """From lines of client, transaction, µs taken, script, and when it ended in s and µs."""
    ended, taken = [], []
    for file in files:
        for line in file.read_text().splitlines():
            _, _, microseconds, _, second, fraction = line.split()[:6]
            ended.append(int(second) + int(fraction) / 1e6)
            taken.append(int(microseconds) / 1000)
    begun = min(end - time / 1000 for end, time in zip(ended, taken, strict=True)) + WARM_UP
    kept = sorted(time for end, time in zip(ended, taken, strict=True) if end >= begun)
    if not kept:
        raise Failed("pgbench ended nothing behind its warm-up; give more --seconds")
    return Figures(kept[(len(kept) - 1) // 2], kept[int(0.99 * (len(kept) - 1))], len(kept) / (max(ended) - begun))
