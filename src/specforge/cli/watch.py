"""`--watch`: does something again whenever one of the files that it read changes."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence

import click

from specforge.compiler import file_of
from specforge.config import find_config

SECONDS = 0.3
"""Between two looks at the files; a look at a thousand takes a few milliseconds."""

State = dict[str, tuple[int, int, int] | None]


def watch(specs: Sequence[str], run: Callable[[], Iterable[str]], *, seconds: float = SECONDS) -> None:
    """Calls `run`, which returns the files that it read, and again after each change to them; ends by an interrupt.

    A configuration that appears or goes away is a change too.
    """
    gc.enable()  # the command line disables it for its short life; this one may last for days
    known = tuple(specs)
    while True:
        before = _state(known, specs)
        known = tuple(run())
        after = _state(known, specs)
        click.echo(f"watching {len(known)} file{'' if len(known) == 1 else 's'}; Ctrl-C ends", err=True)
        while _agree(before, after):
            time.sleep(seconds)
            before, after = after, _state(known, specs)
        if sys.stdout.isatty():
            click.clear()


def _agree(before: State, after: State) -> bool:
    """Tells whether what both know is the same."""
    return all(after[file] == state for file, state in before.items() if file in after)


def _state(files: Iterable[str], specs: Sequence[str]) -> State:
    configurations = {f"configuration of {spec}": find_config(file_of(spec)) for spec in specs}
    watched: dict[str, str | None] = {**{file: file for file in files}, **configurations}
    return {name: None if file is None else _stamp(file) for name, file in watched.items()}


def _stamp(file: str) -> tuple[int, int, int] | None:
    try:
        found = os.stat(file)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
