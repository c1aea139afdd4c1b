"""Runs the fenced blocks of a page of docs as they stand: run_blocks.py PAGE FOLDER

`sh`, `python` and `r` blocks run in that folder, in order, with the variables that the caller sets; each must end with 0, and
print just what a `text` block behind it says. What a program is missing for is told as skipped.
"""
import re
import subprocess
import sys

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
PROGRAMS = {
    "sh": (["bash", "-euo", "pipefail", "-c"], ["true"]),
    "python": (["/usr/bin/python3", "-c"], ["/usr/bin/python3", "-c", "import pandas"]),
    "r": (["Rscript", "-e"], ["Rscript", "--version"]),
}


def is_there(command):
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def main(page, folder):
    blocks = BLOCK.findall(open(page, encoding="utf-8").read())
    known = {language: is_there(probe) for language, (_, probe) in PROGRAMS.items()}
    ran, skipped, failed = 0, 0, 0
    for number, (language, text) in enumerate(blocks):
        if language not in PROGRAMS:
            continue
        if not known[language]:
            skipped += 1
            continue
        ran += 1
        done = subprocess.run([*PROGRAMS[language][0], text], cwd=folder, capture_output=True, text=True, timeout=60)
        follows = blocks[number + 1] if number + 1 < len(blocks) else ("", "")
        expected = follows[1] if follows[0] == "text" else done.stdout
        if done.returncode != 0 or done.stdout != expected:
            failed += 1
            print(f"{text}\nended with {done.returncode} and printed\n{done.stdout}{done.stderr}\ninstead of\n{expected}")
    missing = ", ".join(language for language, there in known.items() if not there)
    print(f"{ran} blocks ran, {failed} failed, {skipped} skipped" + (f" for want of {missing}" if missing else ""))
    return 1 if failed or ran == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
