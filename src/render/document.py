"""Makes a document of a page for render/timeline_document: kind, page, file, filter for pandoc, instant that it is of, bytes of
memory, seconds, bytes of a file.

Ends with 0; 4 where the limits are not enough, 5 where the program is not installed, 1 where it fails.
"""
import datetime
import os
import resource
import signal
import subprocess
import sys
import zipfile


def limit(memory, seconds, size):
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def date_by(as_of):
    """What programs take for the time, so that the same timeline has the same bytes; a zip begins with 1980."""
    made = datetime.datetime.fromisoformat(as_of).timestamp() if as_of else 0
    os.environ["SOURCE_DATE_EPOCH"] = str(max(int(made), 315532800))


def refuse(address, *_, **__):
    raise ValueError(f"{address} is not fetched")


def make_pdf(page, file, seconds):
    signal.alarm(seconds)  # which ends this process
    try:
        import weasyprint
    except ImportError:
        return 5
    weasyprint.HTML(filename=page, url_fetcher=refuse).write_pdf(file)
    return 0


def fix_times(file, made):
    """OpenDocument keeps in its zip when each part was packed. The type stands first, as it is, by the format's rules."""
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(file, "w") as out:
        for part in parts.infolist():
            fixed = zipfile.ZipInfo(part.filename)
            fixed.compress_type = part.compress_type
            out.writestr(fixed, parts.read(part))


def make_by_pandoc(kind, page, file, rules, memory, seconds):
    made = file + ".made"
    command = ["/usr/bin/pandoc", "--from=html", "--to=" + kind, "--standalone", "--lua-filter=" + rules,
               "--output=" + made, page, "+RTS", f"-M{memory // 2}", "-RTS"]
    try:
        ended = subprocess.run(command, timeout=seconds).returncode
    except FileNotFoundError:
        return 5
    except subprocess.TimeoutExpired:
        return 4
    if ended == 251 or ended < 0:  # its heap was too small, or a limit killed it
        return 4
    if ended == 0:
        fix_times(file, made)
    return ended and 1


def main(kind, page, file, rules, as_of, memory, seconds, size):
    date_by(as_of)
    limit(int(memory), int(seconds), int(size))
    if kind == "pdf":
        return make_pdf(page, file, int(seconds))
    return make_by_pandoc(kind, page, file, rules, int(memory), int(seconds))


try:
    code = main(*sys.argv[1:])
except MemoryError:
    code = 4
sys.stdout.flush()
os._exit(code)  # what a library would still clean up does not count
