"""Runs the fenced blocks of a Markdown file in their order, as they stand: run_blocks.py FILE.md

Blocks of sh, python and r run, each as a program of its own, in the current folder. Each must exit with 0; where a block of
text comes next, with only prose before it, it is what the block before it must print. What needs a module or a program that
is not here is skipped, and told. Blocks without a language are only read; another language is a fault, for it would not be run.
"""

import ast
import difflib
import functools
import re
import shutil
import subprocess
import sys

OFTEN_MISSING = {"pandas", "openpyxl"}
PATIENCE = 60  # seconds for one block


def blocks_of(text):
    """Each block as its line, language and text."""
    for found in re.finditer(r"^( *)```(\w*)\n(.*?)^\1```$", text, re.MULTILINE | re.DOTALL):
        indent = found[1]
        body = re.sub(f"^{indent}", "", found[3], flags=re.MULTILINE)
        yield text.count("\n", 0, found.start()) + 1, found[2], body


@functools.cache
def has_modules(python, modules):
    imports = ";".join(f"import {module}" for module in modules) or "pass"
    return subprocess.run([python, "-c", imports], capture_output=True, check=False).returncode == 0


@functools.cache
def has_packages(packages):
    loads = ";".join(f"loadNamespace('{package}')" for package in packages) or "1"
    return subprocess.run(["Rscript", "-e", loads], capture_output=True, check=False).returncode == 0


def python_with(modules):
    # Another Python than the system's may come first, and have less.
    for python in dict.fromkeys([sys.executable, "/usr/bin/python3"]):
        if shutil.which(python) and has_modules(python, modules):
            return python
    return None


def modules_of(body):
    named = set()
    for node in ast.walk(ast.parse(body)):
        if isinstance(node, ast.Import):
            named |= {name.name.split(".")[0] for name in node.names}
        if isinstance(node, ast.ImportFrom):
            named.add(node.module.split(".")[0])
    if "to_excel" in body or "read_excel" in body:
        named.add("openpyxl")  # pandas asks for it only then
    return tuple(sorted(named & OFTEN_MISSING))


def command_of(language, body):
    """How to run a block; None and what is missing."""
    if language == "sh":
        return ["bash", "-eu", "-o", "pipefail", "-c", body], ""
    if language == "python":
        modules = modules_of(body)
        python = python_with(modules)
        return (python and [python, "-c", body]), "Python with " + ", ".join(modules)
    if not shutil.which("Rscript"):
        return None, "Rscript"
    packages = tuple(sorted(set(re.findall(r"library\((\w+)\)", body))))
    if not has_packages(packages):
        return None, "R with " + ", ".join(packages)
    with open(".block.R", "w", encoding="utf-8") as file:
        file.write(body)
    return ["Rscript", "--vanilla", ".block.R"], ""


def run(command):
    """Its exit code, and what it printed and said."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return None, "", f"it runs for more than {PATIENCE} s"
    return done.returncode, done.stdout, done.stderr


def main(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    blocks = list(blocks_of(text))
    ran = faults = 0
    for (line, language, body), follower in zip(blocks, blocks[1:] + [(0, "", "")]):
        if language in ("", "text"):
            continue
        place = f"{path}:{line} ({language})"
        if language not in ("sh", "python", "r"):
            print(f"{place}: is no language that is run here")
            faults += 1
            continue
        command, missing = command_of(language, body)
        if command is None:
            print(f"{place}: skipped, {missing} is not here")
            continue
        ran += 1
        code, printed, said = run(command)
        expected = follower[2] if follower[1] == "text" else None
        if code != 0:
            print(f"{place}: exit code {code}\n{printed}{said}")
        elif expected is not None and printed.rstrip() != expected.rstrip():
            difference = difflib.unified_diff(expected.splitlines(), printed.splitlines(), "the page", "the block", lineterm="")
            print(f"{place}: prints something else\n" + "\n".join(difference) + f"\n{said}")
        else:
            continue
        faults += 1
    print(f"{path}: {ran} blocks ran, {faults} failed")
    return 1 if faults or not ran else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
