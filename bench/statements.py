"""The very statements that the service ran for a request, as a script for pgbench.

They are read from PostgreSQL's log, so that the limit stays right when the code changes. Each client prepares every
statement once, as each connection of the service does, and then executes it with the values that the service gave it.
"""
import http.client
import re
import time
from contextlib import contextmanager

from stack import READER, Failed

LINE = re.compile(r"^\d{4}-\d\d-\d\d [^\[]*\[(\d+)\] (\w+): +(.*)", re.S)
EXECUTED = re.compile(r"execute [^:]*: (.*)", re.S)
PARAMETER = re.compile(r"\$\d+ = (NULL|'(?:[^']|'')*')")
ENDS = re.compile(r"(?i)(commit|rollback|abort|end)\b")


class Script:
    """The transactions of one request: what begins and ends them as text, the rest as (statement, values)."""

    def __init__(self):
        self.steps = []

    def pgbench(self, names):
        """`names`: of every statement that any script of the same run executes."""
        lines = ["\\if :is_prepared = 0"]
        lines += [f"PREPARE {name} AS {text.strip()};" for text, name in names.items()]
        lines += ["\\set is_prepared 1", "\\endif"]
        for text, values in self.steps:
            if values is None:
                lines.append(f"{text};")
            else:
                lines.append(f"EXECUTE {names[text]}" + (f" ({', '.join(values)})" if values else "") + ";")
        return "\n".join(lines) + "\n"


def names_of(scripts):
    texts = {text: None for script in scripts for text, values in script.steps if values is not None}
    return {text: f"s{number}" for number, text in enumerate(texts)}


def entries(log):
    """(level, text) of each entry; a line that begins with a tab goes on the one before."""
    for entry in re.split(r"\n(?!\t)", log):
        if match := LINE.match(entry.replace("\n\t", "\n")):
            yield match.group(2), match.group(3)


def read_script(log):
    script = Script()
    for level, text in entries(log):
        if level == "DETAIL" and (parameters := re.match(r"(?i)parameters: (.*)", text, re.S)):
            statement, _ = script.steps.pop()
            script.steps.append((statement, PARAMETER.findall(parameters.group(1))))
        elif level == "LOG" and (executed := EXECUTED.match(text)):
            script.steps.append((executed.group(1), []))
        elif level == "LOG" and text.startswith("statement: "):
            script.steps.append((text.removeprefix("statement: ").rstrip("; \n"), None))
    return script


@contextmanager
def told_by(database):
    """Has the reader's connections tell every statement and its values, whatever the server's own settings."""
    settings = {"log_statement": "all", "log_error_verbosity": "default"}
    for name, value in settings.items():
        database.ask(f"alter role {READER} set {name} = '{value}'")
    end_connections(database)
    try:
        yield
    finally:
        for name in settings:
            database.ask(f"alter role {READER} reset {name}")
        end_connections(database)


def end_connections(database):
    """The service opens others in their stead, which know the role's settings of now."""
    database.ask(f"select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = '{READER}'")


def recorded_since(log, begin):
    """What was logged behind `begin` once its last transaction has ended, which a streamed answer does not wait for."""
    for _ in range(500):
        with open(log, "rb") as file:
            file.seek(begin)
            script = read_script(file.read().decode())
        if script.steps and script.steps[-1][1] is None and ENDS.match(script.steps[-1][0]):
            return script
        time.sleep(0.01)
    raise Failed("the log of PostgreSQL does not show the end of a transaction")


def record(service, targets, seconds):
    """The scripts of the first targets, as many as fit in that time, at least one. To be called within told_by."""
    log = service.data / "postgres.log"
    host, port = service.front.split(":")
    connection = http.client.HTTPConnection(host, int(port))
    scripts = []
    end = time.monotonic() + seconds
    for target in targets:
        if scripts and time.monotonic() > end:
            break
        begin = log.stat().st_size
        connection.request("GET", target)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise Failed(f"{answer.status} for {target}")
        scripts.append(recorded_since(log, begin))
    connection.close()
    return scripts
