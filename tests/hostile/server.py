"""Runs command lines in children with bounds on time and memory, each forked from a process that has imported all.

A line of JSON in, a line of JSON out: {"arguments", "folder", "stdin"} gives {"exit", "cpu_s", "memory"}; what the
child printed lies in `stdout` and `stderr` beside the folder. Forking saves the start of an interpreter for each of
some hundred runs.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from importlib import import_module

from specforge.cli import main
from specforge.targets.registry import NAMES, load

CPU_S = 20
ADDRESSES = 4 * 1024**3
LONGEST_FILE = 200_000_000
USED = (
    "yaml",
    "yaml_rs",
    "jsonschema_rs",
    "jinja2",
    "tree_sitter_hcl",
    "tree_sitter_python",
    "selectolax.lexbor",
    "specforge.cli.build",
    "specforge.cli.validate",
)


def serve() -> None:
    """Answers requests until standard input ends."""
    for name in USED:
        import_module(name)
    for name in NAMES:
        load(name)
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), flush=True)


def run(request: dict[str, object]) -> dict[str, object]:
    """Runs one command line in a child and returns what it used."""
    child = os.fork()
    if child == 0:
        os._exit(_work(request))
    _, status, used = os.wait4(child, 0)
    return {
        "exit": os.waitstatus_to_exitcode(status),
        "cpu_s": used.ru_utime + used.ru_stime,
        "memory": used.ru_maxrss * 1024,
    }


def _work(request: dict[str, object]) -> int:
    folder = str(request["folder"])
    beside = os.path.dirname(folder)
    for number, name, flags in (
        (0, str(request["stdin"]), os.O_RDONLY),
        (1, os.path.join(beside, "stdout"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
        (2, os.path.join(beside, "stderr"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
    ):
        os.dup2(os.open(name, flags), number)
    os.chdir(folder)
    os.environ["TMPDIR"] = beside
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S + 1))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LONGEST_FILE, LONGEST_FILE))
    arguments = request["arguments"]
    assert isinstance(arguments, list)
    code = main.run(arguments)
    sys.stdout.flush()
    sys.stderr.flush()
    return code


if __name__ == "__main__":
    serve()
